-- The days of a case's steps, null where a step is not done, was sent back or is left out by the policy.
create table case_course (
  case_id        uuid primary key,
  household      uuid    not null,
  area_code      text    not null,
  publicity_days int,              -- that the policy asks for; null: no publicity
  noted          boolean not null, -- the visit says what the risk "other" is
  unexplained    boolean not null, -- the meeting concluded the risk "other" without a word
  clue_on        date    not null,
  visited_on     date,
  consented_on   date,
  compared_on    date,
  reviewed_on    date,
  posted_on      date,
  ends_on        date,             -- last day of the publicity
  ended_on       date,
  town_on        date,
  county_on      date,
  entered_on     date
);
create index case_course_area on case_course (area_code text_pattern_ops);

-- The same of a removal, and what was collected after it.
create table removal_course (
  removal_id     uuid primary key,
  household      uuid    not null,
  area_code      text    not null,
  publicity_days int,
  fixed_line     numeric(14,2),    -- where the policy names the line itself
  proposed_on    date    not null,
  visited_on     date,
  reviewed_on    date,
  consented_on   date,
  posted_on      date,
  ends_on        date,
  ended_on       date,
  town_on        date,
  county_on      date,
  marked_on      date,
  after_removal  text              -- as JSON
);
create index removal_course_area on removal_course (area_code text_pattern_ops);
