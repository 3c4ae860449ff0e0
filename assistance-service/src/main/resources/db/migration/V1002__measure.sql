create table measure (
  id             uuid    primary key,
  household      uuid    not null,
  episode        int     not null,              -- 0: not monitored when planned
  area           text    not null,
  code           text    not null,
  item           text,
  risk           text,
  members        text    not null,              -- ids, comma between; empty: the whole household
  detail         text,
  provider       text,
  dept           text,
  amount         numeric(14, 2),                -- yuan
  fund_source    text,
  income_line    text,
  start_on       date,
  due_on         date,
  state          text    not null,
  overdue        boolean not null default false,
  planned_on     date    not null,
  approved_on    date,
  started_on     date,
  implemented_on date,
  evaluated_on   date,
  effective      boolean,
  closed_on      date,
  cancelled_on   date,
  note           text
);
create index measure_area on measure (area text_pattern_ops, id);
create index measure_household on measure (household);
create index measure_due on measure (due_on) where implemented_on is null and cancelled_on is null;
