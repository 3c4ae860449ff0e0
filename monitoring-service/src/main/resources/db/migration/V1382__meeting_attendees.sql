-- Who was there, by user or member id.
alter table case_meeting add column attendees text;
alter table removal_meeting add column attendees text;
update case_meeting m set attendees = (select string_agg(a, '、' order by n) from json_array_elements_text(e.data::json -> 'attendees') with ordinality x(a, n))
from event e where e.kind = 'case' and e.stream = m.stream and e.version = m.version;
update removal_meeting m set attendees = (select string_agg(a, '、' order by n) from json_array_elements_text(e.data::json -> 'minutes' -> 'attendees') with ordinality x(a, n))
from event e where e.kind = 'removal' and e.stream = m.stream and e.version = m.version;
