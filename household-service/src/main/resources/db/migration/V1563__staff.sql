-- What users are called, for what is printed.
create table staff (
  id            uuid primary key,
  user_id       text collate "C" not null unique,
  area_code     text collate "C" not null,
  name          text not null,
  recorded_at   timestamptz not null,
  recorded_by   text not null,
  recorded_role text not null
);
create index staff_area on staff (area_code, user_id);
create index grid_member_user on grid_member (user_id, from_on desc);
