-- Where a household lives, which grid it names itself, and whether it is there, by stretches of time; the first reaches back without end.
create table grid_place (
  household  uuid    not null,
  area_code  text    not null,
  group_code text,
  grid_code  text,
  resident   boolean not null,
  from_on    date    not null,
  until      date             -- the first day on which it no longer holds
);
create unique index grid_place_open on grid_place (household) where until is null;
create index grid_place_household on grid_place (household);
create index grid_place_area on grid_place (area_code text_pattern_ops);

-- Village groups and households that a grid covers, and who looks after it, by stretches of time.
create table grid_group (
  grid       text not null,
  group_code text not null,
  from_on    date not null,
  until      date
);
create index grid_group_grid on grid_group (grid);
create index grid_group_code on grid_group (group_code);
create table grid_listed (
  grid      text not null,
  household uuid not null,
  from_on   date not null,
  until     date
);
create index grid_listed_grid on grid_listed (grid);
create index grid_listed_household on grid_listed (household);
create table grid_carer (
  grid    text not null,
  user_id text not null,
  from_on date not null,
  to_on   date,               -- the last day
  primary key (grid, user_id, from_on)
);

create table patrol (
  id         uuid   primary key,
  household  uuid   not null,
  area_code  text   not null,
  grid       text   not null,
  visited_on date   not null,
  visitor    text   not null,
  method     text   not null,
  findings   text   not null,
  clue       uuid,
  version    bigint not null
);
create index patrol_household on patrol (household, visited_on);
create index patrol_area on patrol (area_code text_pattern_ops, visited_on);
create index patrol_grid on patrol (grid, visited_on);
create index patrol_order on patrol (visited_on, id);

-- Months of a grid that are closed, with whom nobody had reached by then.
create table grid_month (
  grid       text   not null,
  month      text   not null,
  area_code  text   not null,
  households int    not null,
  reached    int    not null,
  missed     text   not null,
  version    bigint not null,
  primary key (grid, month)
);
create index grid_month_area on grid_month (area_code text_pattern_ops, month);

create table grid_week (
  grid        text    not null,
  week        text    not null,
  area_code   text    not null,
  normal      boolean not null,
  note        text,
  reporter    text    not null,
  reported_on date    not null,
  version     bigint  not null,
  primary key (grid, week)
);
create index grid_week_area on grid_week (area_code text_pattern_ops, week);
