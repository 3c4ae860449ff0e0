create table monthly_check (
  household  uuid not null,
  month      text not null,
  area_code  text not null,
  episode    int  not null,
  missed     boolean not null,
  visited_on date,
  visitor    text,
  method     text,
  wanting    text not null,
  income     text,
  new_risks  text not null,
  employment text,
  note       text,
  version    bigint not null,
  primary key (household, month)
);
create index monthly_check_area on monthly_check (area_code text_pattern_ops, month);
