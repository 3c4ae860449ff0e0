-- The event that counts of a monthly visit and of a patrol, for a correction to name.
alter table monthly_check add column event_id uuid;
alter table patrol        add column event_id uuid;
update monthly_check c set event_id = e.id from event e
where e.kind = 'check' and e.version = c.version and (e.data::json ->> 'householdId')::uuid = c.household and e.data::json ->> 'month' = c.month;
update patrol p set event_id = e.id from event e where e.kind = 'patrol' and e.stream = p.id and e.version = p.version;
