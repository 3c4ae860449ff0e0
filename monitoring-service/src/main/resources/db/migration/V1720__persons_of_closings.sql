-- How many households and persons stood open when something was closed; the persons are null where they were not counted then.
alter table sweep add column unchecked bigint, add column unchecked_persons bigint;
update sweep s set unchecked = (e.data::json ->> 'unchecked')::bigint
from event e where e.kind = 'sweep' and e.stream = s.id and e.type = 'SweepFinished';
alter table topic_sweep add column objects int, add column answered int, add column object_persons bigint, add column answered_persons bigint;
update topic_sweep s set objects = (e.data::json ->> 'objects')::int, answered = (e.data::json ->> 'answered')::int
from event e where e.kind = 'topic-sweep' and e.stream = s.id and e.type = 'TopicSweepClosed';
alter table grid_month add column persons bigint, add column reached_persons bigint, add column missed_persons bigint;
