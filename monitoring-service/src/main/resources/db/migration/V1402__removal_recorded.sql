-- Who proposed a removal, and when that was written down.
alter table removal add column recorded_at timestamptz, add column recorded_by text, add column recorded_role text;
update removal r set recorded_at = e.recorded_at, recorded_by = e.actor, recorded_role = e.role
from event e where e.kind = 'removal' and e.stream = r.id and e.version = 1;
