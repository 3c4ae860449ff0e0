-- Times of work away from home or for a wage, for the roster of who works where.
create table work_time (
  household uuid not null,
  member    uuid not null,
  from_on   date not null,
  to_on     date,
  primary key (household, member, from_on)
);
insert into work_time (household, member, from_on, to_on)
select distinct on (stream, data::json ->> 'memberId', data::json ->> 'from')
  stream, (data::json ->> 'memberId')::uuid, (data::json ->> 'from')::date, (data::json ->> 'to')::date
from event where type = 'EmploymentRecorded' and not (data::json ->> 'publicPost')::boolean
order by stream, data::json ->> 'memberId', data::json ->> 'from', version desc;
