-- Removals that were marked, and the day on which the county took each back; null: it stands.
create table removal_mark (
  removal    uuid primary key,
  household  uuid not null,
  episode    int  not null,
  revoked_on date
);
create index removal_mark_household on removal_mark (household, episode);
insert into removal_mark (removal, household, episode, revoked_on)
select (e.data::json ->> 'removalId')::uuid, e.stream, (e.data::json ->> 'episode')::int,
  (select (r.data::json ->> 'on')::date from event r where r.kind = 'object' and r.stream = e.stream and r.type = 'RemovalRevoked' and r.version > e.version
    and r.data::json ->> 'episode' = e.data::json ->> 'episode' order by r.version limit 1)
from event e where e.kind = 'object' and e.type = 'RiskRemoved';
