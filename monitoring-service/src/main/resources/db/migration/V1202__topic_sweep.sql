-- Sweeps about one topic, and what monitored households answered.
create table topic_sweep (
  id        uuid primary key,
  area_code text not null,
  prefix    text not null,
  title     text not null,
  from_on   date not null,
  to_on     date not null,
  closed_on date
);
create index topic_sweep_area on topic_sweep (area_code text_pattern_ops, id);

create table topic_answer (
  sweep      uuid not null,
  household  uuid not null,
  area_code  text not null,
  answers    text not null,
  visited_on date not null,
  primary key (household, sweep)
);
