-- What departments delivered, for lists and for who goes on with it.
create table screening_delivery (
  id          uuid primary key,
  dept        text not null,
  area        text collate "C" not null,
  period      text not null,
  item        text,
  state       text not null, -- RECEIVED, MATCHED
  format      text not null,
  rows        int  not null,
  faulty      int  not null,
  received_on date not null,
  recorded_at timestamptz not null
);
create index screening_delivery_area on screening_delivery (area, id);
create index screening_delivery_open on screening_delivery (recorded_at) where state = 'RECEIVED';

-- The rows. No read model: what tells a person (name, hash) is taken out after a while, what became of the row stays.
create table screening_row (
  delivery    uuid not null,
  row         int  not null,
  page        int  not null,
  name        text,
  id_hash     text,
  id_masked   text,
  area_code   text collate "C", -- the village told by the row, then that of the household
  item        text,
  value       numeric(14,2),
  state       text not null, -- STAGED, FAULTY, MATCHED, SUGGESTED, UNMATCHED, CONFIRMED, REFUSED
  fault       text,
  household   uuid,
  member      uuid,
  outcome     text,          -- what the rules say; null until they have spoken
  rules       text,
  clues       text,
  received_at timestamptz not null,
  primary key (delivery, row)
) with (fillfactor = 70);
create index screening_row_page on screening_row (delivery, page);
create index screening_row_suggested on screening_row (area_code, delivery, row) where state = 'SUGGESTED';
create index screening_row_received on screening_row (received_at) where id_masked is not null or name is not null;
