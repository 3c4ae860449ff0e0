-- A row of the work list holds from a day on until, and without, another: what was due on a day in the past stays known.
do $$
declare
  duty text;
begin
  foreach duty in array array['duty_clue', 'duty_case', 'duty_removal', 'duty_warning'] loop
    execute format('alter table %1$I drop constraint %2$I, add column from_on date, add column until date', duty, duty || '_pkey');
    execute format('update %I set from_on = since', duty);
    execute format('alter table %I alter column from_on set not null', duty);
    execute format('create unique index on %I (id, duty, part) where until is null', duty);
    execute format('create index on %I (household) where until is null', duty);
  end loop;
end $$;

alter table duty_object drop constraint duty_object_pkey, add column from_on date, add column until date;
update duty_object set from_on = watched_from;
alter table duty_object alter column from_on set not null;
create unique index duty_object_open on duty_object (household) where until is null;
create index duty_object_household on duty_object (household);

alter table duty_check add column settled_on date;
update duty_check set settled_on = (month || '-01')::date;
alter table duty_check alter column settled_on set not null;
