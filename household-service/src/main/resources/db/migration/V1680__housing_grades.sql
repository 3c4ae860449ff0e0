-- Every grade that was found of a dwelling, so that the rosters show the last one of a house that was once dangerous, whatever it is.
drop table dangerous_housing;
drop table dangerous_check;
create table appraised_housing (
  household   uuid primary key,
  grade       text not null,        -- the one found last
  dangerous   boolean not null,     -- whether any was C or D
  found_on    date not null,
  recorded_at timestamptz not null
);
create table checked_housing (
  id          uuid primary key,     -- of the check
  household   uuid not null,
  grade       text,                 -- null: not graded
  dangerous   boolean not null,
  found_on    date not null,
  recorded_at timestamptz not null  -- of the check itself; a correction keeps it
);
create index checked_housing_household on checked_housing (household);
create index checked_housing_dangerous on checked_housing (household) where dangerous;
insert into appraised_housing (household, grade, dangerous, found_on, recorded_at)
select distinct on (stream) stream, grade, bool_or(grade in ('C', 'D')) over (partition by stream), found_on, recorded_at
from (select stream, version, recorded_at,
        case type when 'HousingGradeAppraised' then data::json ->> 'grade' else data::json -> 'conditions' ->> 'housingGrade' end as grade,
        case type when 'HousingGradeAppraised' then (data::json ->> 'appraisedOn')::date
          else least((data::json ->> 'on')::date, make_date((data::json ->> 'year')::int, 12, 31)) end as found_on
      from event where kind = 'household' and type in ('HousingGradeAppraised', 'LivingConditionsRecorded')) e
where grade is not null order by stream, found_on desc, version desc;
insert into checked_housing (id, household, grade, dangerous, found_on, recorded_at)
select distinct on (stream) stream, (said ->> 'householdId')::uuid, said ->> 'housingGrade', coalesce(said ->> 'housingGrade' in ('C', 'D'), false),
  (said ->> 'checkedOn')::date, first_at
from (select stream, version, min(recorded_at) over (partition by stream) as first_at,
        case type when 'SafeguardChecked' then data::json else data::json -> 'check' end as said
      from event where type in ('SafeguardChecked', 'SafeguardCheckCorrected')) e
order by stream, version desc;
