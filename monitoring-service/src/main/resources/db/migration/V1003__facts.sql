-- What other services said; nothing here tells who a person is.
create table household_fact (
  id              uuid primary key,
  area_code       text not null,
  registered_type text not null,
  members         text not null,
  tags            text not null
);
create index household_fact_area on household_fact (area_code text_pattern_ops);

create table income_fact (
  id                   uuid primary key,
  household            uuid not null,
  from_month           text not null,
  to_month             text not null,
  basis                text not null,
  wage                 numeric(14,2),
  operating            numeric(14,2),
  property             numeric(14,2),
  transfer             numeric(14,2),
  cost                 numeric(14,2),
  net                  numeric(14,2),
  population           int,
  per_capita           numeric(14,2),
  per_capita_reference numeric(14,2),
  state                text not null
);
create index income_fact_household on income_fact (household, to_month);

create table safeguard_fact (
  id         uuid primary key,
  household  uuid not null,
  checked_on date not null,
  items      text not null
);
create index safeguard_fact_household on safeguard_fact (household, checked_on);

create table consent_fact (
  id         uuid primary key,
  household  uuid not null,
  scope      text not null,
  signers    text not null,
  granted_on date not null,
  valid_to   date,
  ended_on   date
);

create table plan_fact (
  household   uuid not null,
  episode     int  not null,
  state       text not null,
  approved_on date,
  primary key (household, episode)
);

create table measure_fact (
  id             uuid primary key,
  household      uuid not null,
  episode        int,
  code           text not null,
  risk           text,
  implemented_on date,
  effective      boolean,
  cancelled      boolean not null default false
);
create index measure_fact_household on measure_fact (household, episode);

create table effect_fact (
  id          uuid primary key,
  household   uuid not null,
  episode     int,
  reviewed_on date not null,
  effective   boolean not null
);
