-- Areas: the codes of the statistics bureau and the groups and grids of villages.
create table area (
  code        text primary key,
  name        text not null,
  level       text not null,
  parent      text,
  valid_from  date not null,
  valid_to    date,
  replaced_by text
);
create index area_parent on area (parent, code);
create index area_name on area (name text_pattern_ops, code);

-- Numbers that are taken among active members, by keyed hash, and among active households.
create table active_id (
  id_hash   text primary key,
  household uuid not null,
  member    uuid not null
);
create index active_id_household on active_id (household, member);
create table active_household_no (
  household_no text primary key,
  household    uuid not null
);
create index active_household_no_household on active_household_no (household);
