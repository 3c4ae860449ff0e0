-- The risk that the figure of a department points to, by the rule that raised the clue.
alter table clue add column risk text;
update clue c set risk = e.data::json ->> 'risk' from event e where e.kind = 'clue' and e.stream = c.id and e.type = 'ScreeningHitFound';
