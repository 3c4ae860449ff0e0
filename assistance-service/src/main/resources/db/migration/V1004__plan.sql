create table plan (
  household         uuid    primary key,
  area              text    not null,
  episode           int     not null,
  state             text    not null,
  state_before      text,                    -- the closure; for a reopening
  version           int     not null,        -- within the episode
  green_channel     boolean not null,
  opened_on         date    not null,
  included_on       date,
  plan_due_on       date,
  measure_due_on    date,
  drafted_on        date,
  signed_on         date,
  approved_on       date,                    -- of the present version
  first_approved_on date,
  evaluated_on      date,
  closed_on         date,
  overdue           boolean not null default false,
  plan_overdue      boolean not null default false,
  help_overdue      boolean not null default false
);
create index plan_area on plan (area text_pattern_ops, household);
