-- The day from which a household is no longer kept; null: it is.
alter table household_fact add column ended_on date;
