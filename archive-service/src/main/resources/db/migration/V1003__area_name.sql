-- What areas are called, as the area table of the household service last said.
create table area_name (
  code text primary key,
  name text not null
);
