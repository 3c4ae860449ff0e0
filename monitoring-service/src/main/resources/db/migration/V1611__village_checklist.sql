-- What hangs on a village's wall: a row for each time that an item was there, from its first photo to the day on which it was found gone.
create table village_checklist (
  area_code text   not null,
  item      text   not null,
  version   bigint not null,
  shown_on  date   not null,
  seen_on   date   not null,
  photo     text   not null,
  gone_on   date,
  primary key (area_code, item, version)
);
