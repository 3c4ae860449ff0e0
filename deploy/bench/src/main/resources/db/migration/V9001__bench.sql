create table note (
  id         uuid    primary key,
  area       text    not null,
  statements int     not null,
  total      numeric not null,
  year       int     not null,
  stated_by  text    not null,
  remark     text    not null
);
-- What another service's statements led to here.
create table heard (
  position  bigint generated always as identity primary key,
  stream    uuid   not null,
  version   bigint not null,
  year      int    not null,
  stated_by text   not null
);
