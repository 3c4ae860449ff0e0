-- How monitoring stands with a household, as it published it. No row: never included, or by mistake.
create table monitored_household (
  id    uuid primary key,
  type  text,                             -- null: kept in a colour only
  state text not null
);
