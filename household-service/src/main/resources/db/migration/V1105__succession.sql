-- Codes of villages under which a household was kept before they were replaced; where it moved away itself, they lead to it no more.
create table household_former (
  area_code text collate "C" not null,
  household uuid not null,
  primary key (area_code, household)
);
create index household_former_household on household_former (household);
create index area_replaced_by on area (replaced_by) where replaced_by is not null;

-- Who wrote down the latest of an area. Empty for what was recorded before: a rebuild of AreaTable fills it in.
alter table area
  add column recorded_at   timestamptz,
  add column recorded_by   text,
  add column recorded_role text;
