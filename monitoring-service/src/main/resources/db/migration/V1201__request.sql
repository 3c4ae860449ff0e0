-- What households ask for.
create table household_request (
  id        uuid primary key,
  household uuid not null,
  area_code text not null,
  topic     text not null,
  text      text not null,
  dept      text,
  asked_on  date not null,
  answer    text,
  closed_on date,
  clue      uuid
);
create index household_request_area on household_request (area_code text_pattern_ops, id);
create index household_request_household on household_request (household);
