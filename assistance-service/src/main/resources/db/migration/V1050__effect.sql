create table effect_review (
  id          uuid primary key,
  household   uuid not null,
  area        text not null,
  episode     int  not null,
  reviewed_on date not null,
  conclusion  text not null
);
create index effect_review_area on effect_review (area text_pattern_ops, reviewed_on desc);
create index effect_review_household on effect_review (household);
