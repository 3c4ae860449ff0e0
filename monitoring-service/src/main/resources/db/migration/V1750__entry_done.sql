-- The day on which a household in a colour was entered, or imported, in a row that holds on no day any more. What was done before is told once the table is made anew.
alter table duty_entry add column done_on date;
