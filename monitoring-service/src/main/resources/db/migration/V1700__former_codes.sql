-- Codes of villages under which a household was kept before they were replaced, and by which. Empty for what was heard before: a rebuild of
-- HouseholdConsumer fills it in, and the day on which a household was registered.
create table household_former (
  household uuid not null,
  area_code text not null,
  into_code text not null,
  on_day    date not null,
  left_on   date,            -- since when it lies where it moved itself, and the code leads to it no more
  primary key (household, area_code)
);
create index household_former_area on household_former (area_code);
create index household_former_into on household_former (into_code);
alter table household_fact add column registered_on date;

-- Whether a village was there at the end of a day. One whose code came or went with a change of codes was while a household lay in it; every other always.
create function village_stood(text, date) returns boolean language sql stable as $$
  select not exists (select from household_former h where h.into_code = $1 and h.on_day > $2)
      and not exists (select from household_former h where h.area_code = $1 and h.on_day <= $2)
    or exists (select from grid_place p join household_fact f on f.id = p.household
      where p.area_code = $1 and p.from_on <= $2 and (p.until is null or p.until > $2)
      and not exists (select from household_former h where h.into_code = $1 and h.on_day > $2 and h.on_day <= f.registered_on))
$$;

-- A village's code and those that it replaced, directly or not.
create function village_line(text) returns setof text language sql stable rows 1 as $$
  with recursive line as (
    select $1 as code, 0 as steps
    union
    select h.area_code, l.steps + 1 from line l join household_former h on h.into_code = l.code where l.steps < 20)
  select distinct code from line
$$;
