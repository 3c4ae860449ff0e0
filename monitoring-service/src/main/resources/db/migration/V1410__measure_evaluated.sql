-- The day of a measure's last evaluation; what was evaluated before gets it when the facts are made anew.
alter table measure_fact add column evaluated_on date;
