create table warning (
  id           uuid primary key,
  household    uuid not null,
  area_code    text not null,
  episode      int  not null,
  item         text not null,
  level        text not null,
  source       text not null,
  text         text,
  raised_on    date not null,
  due_on       date,
  stage        text not null,
  overdue      boolean not null,
  dept         text,
  responsible  text,
  closed_on    date,
  revisited_on date,
  version      bigint not null
);
create index warning_area on warning (area_code text_pattern_ops, id);
create index warning_household on warning (household, episode, item);
create index warning_due on warning (due_on);
