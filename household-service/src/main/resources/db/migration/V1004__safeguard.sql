create table safeguard_check (
  id         uuid primary key,
  household  uuid not null,
  checked_on date not null,
  method     text not null,
  results    text not null
);
create index safeguard_check_household on safeguard_check (household, checked_on desc);
