-- Grids as they are laid out, and who looks after them. Collation C: prefixes of codes and their order use the same index.
create table grid (
  code          text collate "C" primary key,
  from_on       date        not null,
  recorded_at   timestamptz not null,
  recorded_by   text        not null,
  recorded_role text        not null
);
create table grid_group (
  grid       text collate "C" not null,
  group_code text not null,
  primary key (grid, group_code)
);
create index grid_group_code on grid_group (group_code);
create table grid_listed (
  grid      text collate "C" not null,
  household uuid not null,
  primary key (grid, household)
);
create index grid_listed_household on grid_listed (household);
create table grid_member (
  grid          text collate "C" not null,
  user_id       text        not null,
  from_on       date        not null,
  to_on         date,
  reason        text,
  name          text        not null,
  phone         text,
  born          date,
  recorded_at   timestamptz not null,
  recorded_by   text        not null,
  recorded_role text        not null,
  primary key (grid, user_id, from_on)
);
