create table note (
  id         uuid    primary key,
  area       text    not null,
  statements int     not null,
  total      numeric not null,
  year       int     not null,
  stated_by  text    not null,
  remark     text    not null
);
