-- What the rows of one delivery add up to for a household, by rule.
create table screening_total (
  delivery  uuid    not null,
  household uuid    not null,
  rule      text    not null,
  total     numeric not null,
  primary key (delivery, household, rule)
);
