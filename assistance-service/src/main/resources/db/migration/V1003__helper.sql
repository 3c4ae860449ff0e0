create table helper (
  household        uuid   not null,
  version          bigint not null,  -- of the helper stream, where the responsibility began
  area             text   not null,
  helper           text   not null,  -- user id
  unit             text   not null,
  from_on          date   not null,
  to_on            date,
  hand_over_record text,
  primary key (household, version)
);
create unique index helper_present on helper (household) where to_on is null;
create index helper_area on helper (area text_pattern_ops, household) where to_on is null;
