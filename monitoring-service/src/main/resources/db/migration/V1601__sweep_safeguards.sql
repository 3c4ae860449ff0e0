-- The check of the safeguards that was made at a household during a sweep.
alter table sweep_check add column safeguards uuid;
