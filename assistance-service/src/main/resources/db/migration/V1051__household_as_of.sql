-- A household's village holds from a day on until another. Moves from before this migration are known once HouseholdConsumer is rebuilt.
alter table known_household drop constraint known_household_pkey,
  add column from_on date not null default '-infinity', -- where it was registered it counts as always having been
  add column until date,                                -- the first day elsewhere; null: it lives there now
  add primary key (id, from_on);
