-- Households that a village meeting would not let go, a row each, of all meetings so far.
create table kept_meeting (like case_meeting including all);
alter table kept_meeting drop constraint kept_meeting_pkey, add primary key (stream, version, household);
insert into kept_meeting (stream, version, household, area_code, held_on, place, host, recorder, expected, present, result, reason, attendees)
select e.stream, e.version, (r ->> 'householdId')::uuid, d ->> 'areaCode', (d -> 'minutes' ->> 'heldOn')::date, d -> 'minutes' ->> 'place',
  d -> 'minutes' ->> 'host', d -> 'minutes' ->> 'recorder', (d ->> 'shouldAttend')::int, json_array_length(d -> 'minutes' -> 'attendees'), 'KEPT',
  r ->> 'reason', (select string_agg(a, '、' order by n) from json_array_elements_text(d -> 'minutes' -> 'attendees') with ordinality x(a, n))
from event e cross join lateral (select e.data::json) j(d) cross join lateral json_array_elements(d -> 'results') r
where e.kind = 'village-review' and r ->> 'topic' = 'REMOVAL' and not (r ->> 'agreed')::boolean;
