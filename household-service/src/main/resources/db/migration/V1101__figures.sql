-- What is counted of each household, one row per stretch of time in which it stayed the same.
create table figure_household (
  household   uuid not null,
  from_on     date not null,
  to_on       date not null,             -- the first day on which it no longer holds
  active      boolean not null,
  area        text not null,
  group_code  text,
  grid_code   text,
  lifted      boolean not null,
  resident    boolean not null,
  relocated   boolean not null,
  persons     int not null,
  residents   int not null,
  labour      int not null,
  pupils      int not null,
  dibao       int not null,
  tekun       int not null,
  disabled    int not null,
  posts       int not null,
  uninsured   int not null,
  working     int not null,
  worked      int not null,              -- away from home at the end of last year
  moved_working int not null,            -- the same two among relocated persons
  moved_worked  int not null,
  facts       text not null,             -- what the counts are made of, by member id; nothing personal
  primary key (household, from_on)
);
create index figure_household_area on figure_household (area text_pattern_ops, to_on);
