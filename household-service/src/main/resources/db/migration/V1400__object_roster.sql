-- What monitoring and assistance published of the households that are or were monitored, for the roster that shows their names.
create table roster_object (
  id          uuid primary key,
  episode     int  not null,
  type        text,
  risks       text not null,
  per_capita  numeric(14,2),
  included_on date not null,
  method      text,
  removed_on  date
);
create table roster_helper (
  id     uuid primary key,
  helper text not null
);
create table roster_measure (
  id        uuid primary key,
  household uuid not null,
  episode   int  not null
);
create index roster_measure_household on roster_measure (household, episode);
