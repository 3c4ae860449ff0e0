create table consent (
  id         uuid primary key,
  household  uuid not null,
  area_code  text not null,
  scope      text not null,
  granted_on date not null,
  valid_to   date not null,
  status     text not null,
  ended_on   date
);
create index consent_household on consent (household, granted_on desc);
create index consent_ending on consent (valid_to) where status = 'GRANTED';
