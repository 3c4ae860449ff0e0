create table note (
  id         uuid    primary key,
  area       text    not null,
  statements int     not null,
  total      numeric not null,
  year       int     not null,
  stated_by  text    not null,
  remark     text    not null
);
-- A row for each event.
create table note_line (
  note      uuid    not null,
  version   bigint  not null,
  area      text    not null,
  year      int     not null,
  total     numeric not null,
  stated_by text    not null,
  primary key (note, version)
);
-- What another service's statements led to here.
create table heard (
  position  bigint generated always as identity primary key,
  stream    uuid   not null,
  version   bigint not null,
  year      int    not null,
  stated_by text   not null
);
