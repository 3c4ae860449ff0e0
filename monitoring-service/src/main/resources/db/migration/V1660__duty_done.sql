-- The day on which something was done, in a row that holds on no day any more. What was done before is told once the tables are made anew.
alter table duty_case add column done_on date;
alter table duty_removal add column done_on date;
