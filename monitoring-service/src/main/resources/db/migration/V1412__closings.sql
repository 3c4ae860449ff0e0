-- Rows of one warning, for those that were closed in a month.
create index duty_warning_id on duty_warning (id);
