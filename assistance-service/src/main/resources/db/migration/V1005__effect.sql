create table effect (
  id          uuid primary key,
  household   uuid not null,
  episode     int  not null,
  area        text not null,
  reviewed_on date not null,
  conclusion  text not null,
  unsolved    text not null,     -- risks, comma between
  note        text,
  minutes     text not null
);
create index effect_area on effect (area text_pattern_ops, id);
create index effect_household on effect (household);
