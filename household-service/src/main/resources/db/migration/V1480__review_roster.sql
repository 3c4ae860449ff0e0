-- Households whose dwelling was once found dangerous, and what monitoring published of their cases, for the rosters that show the householder's name.
create table dangerous_housing (
  household uuid primary key,
  grade     text not null,
  found_on  date not null
);
create table household_review (
  id          uuid primary key, -- of the case
  household   uuid not null,
  statement   uuid,
  held_on     date,
  included    boolean,
  reason_code text,
  reason      text,
  decided_on  date,
  below_line  boolean not null default false
);
create index household_review_household on household_review (household);
create index household_review_refused on household_review (decided_on, id) where below_line;

alter table income_statement add column operating numeric(14,2), add column property numeric(14,2), add column transfer numeric(14,2),
  add column cost numeric(14,2);
update income_statement s set operating = e.operating, property = e.property, transfer = e.transfer, cost = e.cost
from (select distinct on (stream) stream, (data::json ->> 'operating')::numeric as operating, (data::json ->> 'property')::numeric as property,
        (data::json ->> 'transfer')::numeric as transfer, (data::json ->> 'cost')::numeric as cost
      from event where type = 'IncomeStatementDrafted' order by stream, version desc) e
where e.stream = s.id;

insert into dangerous_housing (household, grade, found_on)
select distinct on (stream) stream, data::json ->> 'grade', (data::json ->> 'appraisedOn')::date from event
where type = 'HousingGradeAppraised' and data::json ->> 'grade' in ('C', 'D') order by stream, (data::json ->> 'appraisedOn')::date desc, version desc;
