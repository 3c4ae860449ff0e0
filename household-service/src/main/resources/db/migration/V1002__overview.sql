-- Households and their members for lists and searches. Collation C: prefixes of area codes and their order use the same index.
create table household_overview (
  id              uuid primary key,
  area_code       text collate "C" not null,
  group_code      text,
  grid_code       text,
  household_no    text,
  registered_type text not null,
  resident        boolean not null,
  relocated       boolean not null,
  state           text not null default 'ACTIVE',
  head_name       text,
  persons         int not null default 0,
  residents       int not null default 0,
  no_labour       boolean not null default false,
  tags            text[] not null default '{}'
);
create index household_overview_area on household_overview (area_code, id);

create table household_person (
  household uuid not null,
  member    uuid not null,
  name      text collate "C" not null,
  relation  text not null,
  labour    text not null,
  resident  boolean not null,
  id_masked text,
  id_hash   text,
  tags      text[] not null default '{}',
  primary key (household, member)
);
create index household_person_name on household_person (name);
create index household_person_id on household_person (id_hash);
