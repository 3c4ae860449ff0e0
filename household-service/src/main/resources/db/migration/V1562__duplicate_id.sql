-- Members whose number somebody else tried to register, for the list of their village.
create table duplicate_id (
  id            uuid primary key,
  household     uuid not null,
  member        uuid not null,
  area_code     text collate "C" not null,
  county        text not null,
  detected_on   date not null,
  open          boolean not null,
  stays         boolean,
  statement     text,
  resolved_on   date,
  recorded_at   timestamptz not null,
  recorded_by   text not null,
  recorded_role text not null
);
create index duplicate_id_area on duplicate_id (area_code, id);
create index duplicate_id_household on duplicate_id (household);
