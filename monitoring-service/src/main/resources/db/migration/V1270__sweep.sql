create table sweep (
  id           uuid primary key,
  area_code    text   not null,
  scope        text   not null, -- what all codes of the area begin with
  name         text   not null,
  from_on      date   not null,
  to_on        date   not null,
  income_from  text,
  income_to    text,
  focus_groups text   not null,
  finished_on  date,
  reason       text,
  version      bigint not null
);
create index sweep_from on sweep (from_on, id);
create table sweep_check (
  sweep      uuid   not null,
  household  uuid   not null,
  result     text   not null,
  checked_on date   not null,
  checker    text   not null,
  note       text,
  clue       uuid,
  version    bigint not null,
  primary key (sweep, household)
);
