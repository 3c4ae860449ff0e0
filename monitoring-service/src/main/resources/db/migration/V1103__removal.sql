create table removal (
  id             uuid primary key,
  household      uuid not null,
  area_code      text not null,
  episode        int  not null,
  method         text not null,
  natural_reason text,
  state          text not null,
  steps          text not null,
  next           text,
  proposed_on    date not null,
  last_on        date not null,
  due_on         date,
  objections     int  not null,
  version        bigint not null
);
create index removal_area on removal (area_code text_pattern_ops, id);
create index removal_household on removal (household);
