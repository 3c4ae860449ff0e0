-- What cases found and what was recommended then.
create table case_findings (
  case_id    uuid primary key,
  household  uuid not null,
  found_on   date not null,
  risks      text not null,
  sudden     boolean not null,
  severe     boolean not null,
  hardship   boolean not null,
  listed     boolean not null,
  assets     text not null,
  advice     text,
  advised_on date
);
create index case_findings_household on case_findings (household, found_on);

-- What re-evaluations came to.
create table household_evaluation (
  run        uuid not null,
  household  uuid not null,
  area_code  text not null,
  changed    boolean not null,
  before     text,
  now        text not null,
  primary key (run, household)
);
