-- Households in a colour on their way into the national system and the county's platform.
create table duty_entry (like duty_clue including all);
