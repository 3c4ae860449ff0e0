create table income_statement (
  id          uuid          primary key,
  household   uuid          not null,
  from_month  text          not null,
  to_month    text          not null,
  basis       text          not null,
  status      text          not null,
  net         numeric(14,2) not null,
  population  int           not null,
  per_capita  numeric(14,2) not null,
  last_on     date          not null
);
create index income_statement_household on income_statement (household, to_month desc);
