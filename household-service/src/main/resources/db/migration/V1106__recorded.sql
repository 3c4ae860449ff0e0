-- Who wrote down the latest of each paper of a household, and who sent in and applied a roster.
alter table income_statement add column recorded_at timestamptz, add column recorded_by text, add column recorded_role text;
alter table safeguard_check  add column recorded_at timestamptz, add column recorded_by text, add column recorded_role text;
alter table consent          add column recorded_at timestamptz, add column recorded_by text, add column recorded_role text;
alter table roster_import    add column recorded_by text, add column recorded_role text, add column applied_at timestamptz, add column applied_by text,
  add column applied_role text;

create temporary table latest as
  select distinct on (kind, stream) kind, stream, recorded_at, actor, role from event
  where kind in ('income', 'safeguard', 'consent') order by kind, stream, version desc;
update income_statement s set recorded_at = e.recorded_at, recorded_by = e.actor, recorded_role = e.role
from latest e where e.kind = 'income' and e.stream = s.id;
update safeguard_check s set recorded_at = e.recorded_at, recorded_by = e.actor, recorded_role = e.role
from latest e where e.kind = 'safeguard' and e.stream = s.id;
update consent s set recorded_at = e.recorded_at, recorded_by = e.actor, recorded_role = e.role
from latest e where e.kind = 'consent' and e.stream = s.id;
drop table latest;
update roster_import i set recorded_by = e.actor, recorded_role = e.role
from (select distinct on (stream) stream, actor, role from event where type = 'RosterChecked' order by stream, version desc) e where e.stream = i.id;
update roster_import i set applied_at = e.recorded_at, applied_by = e.actor, applied_role = e.role
from event e where e.type = 'RosterApplied' and e.stream = i.id;
