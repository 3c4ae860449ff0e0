-- Two more sources of a dangerous dwelling: safeguard checks that graded it C or D, and the housing department's lists, which give no grade.
create table dangerous_check (
  id         uuid primary key,
  household  uuid not null,
  grade      text not null,
  checked_on date not null
);
create index dangerous_check_household on dangerous_check (household);
create table listed_housing (
  household uuid primary key,
  listed_on date not null
);
insert into dangerous_check (id, household, grade, checked_on)
select stream, (data::json ->> 'householdId')::uuid, data::json ->> 'housingGrade', (data::json ->> 'checkedOn')::date
from event where type = 'SafeguardChecked' and data::json ->> 'housingGrade' in ('C', 'D');
insert into listed_housing (household, listed_on)
select (r.row ->> 'household')::uuid, min(e.occurred_on)
from event e, lateral json_array_elements(e.data::json -> 'rows') as r (row)
where e.type = 'ScreeningRowsMatched' and e.data::json ->> 'dept' = 'HOUSING' and r.row ->> 'item' in ('UNSAFE_HOUSING', 'W-HOU-1')
group by 1;
