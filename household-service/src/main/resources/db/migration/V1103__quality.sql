-- Who wrote down the latest of each household, and which version that made.
alter table household_overview
  add column version       bigint not null default 0,
  add column recorded_at   timestamptz,
  add column recorded_by   text,
  add column recorded_role text;
update household_overview o set version = e.version, recorded_at = e.recorded_at, recorded_by = e.actor, recorded_role = e.role
from (select distinct on (stream) stream, version, recorded_at, actor, role from event
      where kind = 'household' order by stream, version desc) e
where e.stream = o.id;

alter table income_statement add column wage numeric(14,2);
update income_statement s set wage = e.wage
from (select distinct on (stream) stream, (data::json ->> 'wage')::numeric as wage from event
      where type = 'IncomeStatementDrafted' order by stream, version desc) e
where e.stream = s.id;

-- What the data-quality rules said of a household when it was last looked at. Kept to be listed and counted; can be thrown away at any time.
create table quality_household (
  household uuid   primary key,
  version   bigint not null,   -- of the household that was looked at
  incomes   bigint not null,   -- what its income statements came to
  until_on  date   not null    -- the first day on which somebody's age may make a difference
);
create table quality_finding (
  household uuid    not null,
  number    int     not null,
  rule      text    not null,
  code      text    not null,
  error     boolean not null,
  member    uuid,
  statement uuid,
  fields    text    not null,
  primary key (household, number)
);
create index quality_finding_rule on quality_finding (rule, household);
