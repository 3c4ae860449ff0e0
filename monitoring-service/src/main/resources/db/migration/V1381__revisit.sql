-- Visits to households after their removal, made or missed; the period by its first and last month (yyyy-MM), the thirteen fields as JSON.
create table revisit (
  household  uuid not null,
  from_month text not null,
  to_month   text not null,
  area_code  text not null,
  episode    int  not null,
  missed     boolean not null,
  visited_on date,
  visitor    text,
  method     text,
  wanting    text not null,
  income     text,
  new_risks  text not null,
  below_line boolean not null,
  after      text,
  note       text,
  clue       uuid,
  version    bigint not null,
  primary key (household, from_month)
);
create index revisit_area on revisit (area_code text_pattern_ops, from_month);

-- Periods that are settled: visited, or noted as missed. And when a household that is no longer watched was let go, by help.
create table duty_revisit (
  household  uuid not null,
  from_month text not null,
  settled_on date not null,
  primary key (household, from_month)
);
alter table duty_object add column removed_on date;
update duty_object o set removed_on = m.removed_on from monitored_object m
where m.household = o.household and m.state = 'REMOVED' and m.method = 'ASSISTED' and o.until is null and not o.watched;
create index duty_object_removed on duty_object (removed_on) where removed_on is not null;
