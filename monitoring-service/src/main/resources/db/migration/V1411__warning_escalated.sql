-- A warning whose day has passed is before the town.
update duty_warning set level = 'TOWN' where until is null and overdue;
