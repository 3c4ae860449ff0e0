-- The day of a meeting, by which meetings are listed.
alter table mobilisation add column held_on date;
update mobilisation set held_on = (held::jsonb -> 'minutes' ->> 'heldOn')::date;
alter table mobilisation alter column held_on set not null;
