-- Every decision not to include, also of households that are watched no more or have ended: the ledger forgets none.
create table non_inclusion (
  case_id     uuid    primary key,
  household   uuid    not null,
  area_code   text    not null,
  reason_code text    not null,
  reason      text    not null,
  per_capita  numeric(14,2),
  below_line  boolean not null,
  decided_on  date    not null,
  statement   uuid
);
create index non_inclusion_area on non_inclusion (area_code text_pattern_ops, decided_on) where below_line;
insert into non_inclusion (case_id, household, area_code, reason_code, reason, per_capita, below_line, decided_on, statement)
select e.stream, e.subject, coalesce(w.area_code, e.area), e.data::json ->> 'reasonCode', e.data::json ->> 'reason',
  (e.data::json -> 'income' ->> 'perCapita')::numeric, coalesce((e.data::json ->> 'belowLine')::boolean, false), (e.data::json ->> 'decidedOn')::date,
  (e.data::json -> 'income' ->> 'statementId')::uuid
from event e left join watch_list w on w.case_id = e.stream where e.type = 'CaseRejected';
