-- What is counted of a household's members, one row per stretch of time in which it stayed the same; the first reaches back without end.
create table household_stretch (
  household       uuid not null,
  registered_type text not null,
  persons         int  not null,
  idle            int  not null, -- without any labour
  from_on         date not null,
  until           date           -- the first day on which it no longer holds
);
create unique index household_stretch_open on household_stretch (household) where until is null;
create index household_stretch_household on household_stretch (household);
insert into household_stretch (household, registered_type, persons, idle, from_on)
select id, registered_type, json_array_length(members::json),
  (select count(*) from json_array_elements(members::json) m where m ->> 'labour' in ('NONE', 'LOST')), date '0001-01-01' from household_fact;

-- Members that came and went.
create table member_flow (
  household uuid not null,
  on_day    date not null,
  joined    int  not null,
  gone      int  not null
);
create index member_flow_household on member_flow (household, on_day);

-- How a monitored household stood, by stretches of time.
create table object_stretch (
  household uuid not null,
  area_code text not null,
  episode   int  not null,
  type      text,
  grade     text,
  risks     text not null,
  watched   boolean not null,
  from_on   date not null,
  until     date
);
create unique index object_stretch_open on object_stretch (household) where until is null;
create index object_stretch_household on object_stretch (household);
create index object_stretch_area on object_stretch (area_code text_pattern_ops, from_on);
insert into object_stretch
select o.household, e.area_code, e.episode, e.type, o.grade, o.risks, true, e.included_on, e.ended_on
from object_episode e join monitored_object o on o.household = e.household
union all
select household, o.area_code, episode, o.type, o.grade, o.risks, false, e.ended_on, null
from object_episode e join monitored_object o using (household, episode) where e.ended_on is not null;

-- What brought households of the three types into an area's count and out of it; a move is two rows.
create table object_flow (
  household uuid not null,
  kind      text not null,
  area_code text not null,
  other     text,           -- of a move: from where, or where to
  type      text not null,
  on_day    date not null
);
create index object_flow_area on object_flow (area_code text_pattern_ops, on_day);
insert into object_flow
select household, case when episode = 1 then 'INCLUDED' else 'RE_ENTERED' end, area_code, null, type, included_on from object_episode where type is not null
union all
select household, case when voided then 'VOIDED' else 'REMOVED' end, area_code, null, type, ended_on from object_episode
where type is not null and ended_on is not null;
