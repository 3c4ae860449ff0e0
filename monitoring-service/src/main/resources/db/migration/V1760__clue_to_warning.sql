-- A clue about a household that is monitored is answered by a warning, and the warning says by which clue it came.
alter table clue add column warning_id uuid;
alter table warning add column clue_id uuid;
