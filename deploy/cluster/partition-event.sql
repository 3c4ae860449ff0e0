-- Divides the event table of one service by the time in which its streams were born, and lets old quarters go and come back.
-- PostgreSQL 18. As the service's own database user, in one transaction, while the service runs:
--
--   psql -1 -v ON_ERROR_STOP=1 -f deploy/cluster/partition-event.sql household     makes or renews the functions, changes nothing else
--   select event_parts.divide('2027-12-31');                                       partitions the table and makes the quarters until then
--   select event_parts.detach('event_2026_q1', '{income,safeguard}', '2029-01-01');
--   select event_parts.attach('event_2026_q1');
--
-- A stream's id says where all its events lie: a version 7 id in the quarter of its time, any other wherever its first bits fall.
-- What is in which table, and for how long each step locks: deploy/README.md. Why so: eventsourcing/decisions/0013.

set client_min_messages = warning;
create schema if not exists event_parts;
reset client_min_messages;

-- Where the streams of a day begin: the first 48 bits of a version 7 id are its milliseconds.
create or replace function event_parts.since(day date) returns uuid language sql immutable as $$
  select (lpad(to_hex(extract(epoch from day::timestamp)::bigint * 1000), 12, '0') || repeat('0', 20))::uuid
$$;

-- The end of the time that is divided; what is above are other ids, 99 of 100.
create or replace function event_parts.horizon() returns uuid language sql immutable as $$ select event_parts.since('2050-01-01') $$;

create or replace function event_parts.columns_of(part text) returns text language sql stable as $$
  select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
  where attrelid = part::regclass and attnum > 0 and not attisdropped
$$;

create or replace function event_parts.bounds(part text) returns text language sql stable as $$
  select pg_get_expr(relpartbound, oid) from pg_class where oid = to_regclass(part)
$$;

-- An empty table that can be attached without anything being built. Its constraint's name begins as the whole table's does: by it the
-- services know a lost race.
create or replace function event_parts.make(part text) returns void language plpgsql as $$
begin
  execute format('create table %I (like event including defaults including comments including storage including compression)', part);
  execute format('alter table %I add constraint %I unique (kind, stream, version)', part, 'event_stream_version_' || part);
  execute format('create index %I on %I (tx, position)', 'event_feed_' || part, part);
end $$;

create or replace function event_parts.move(source text, target text, condition text) returns void language plpgsql as $$
begin
  execute format('with moved as (delete from %I e where %s returning %3$s) insert into %4$I (%3$s) overriding system value select * from moved',
    source, condition, event_parts.columns_of(source), target);
end $$;

-- Partitions the table where it is not yet, from the quarter of `first` on, and makes the quarters that are missing until `last`.
-- All who use the table wait: the first time for two readings of it, later for a moment.
create or replace function event_parts.divide(last date, first date default current_date) returns void language plpgsql set lock_timeout = '2s' as $$
declare
  whole boolean;
  quarter date := date_trunc('quarter', first);
  following date;
begin
  lock table event in access exclusive mode;
  select relkind <> 'p' into whole from pg_class where oid = 'event'::regclass;
  if whole then
    if last < first then raise exception 'there is no quarter from % to %', first, last; end if;
    alter table event rename to event_high;
    alter table event_high rename constraint event_stream_version to event_stream_version_event_high;
    alter index event_feed rename to event_feed_event_high;
    create table event (like event_high including defaults including comments including storage including compression) partition by range (stream);
    execute format('alter table event alter position add generated always as identity (start with %s)',
      nextval(pg_get_serial_sequence('event_high', 'position')));
    alter table event_high alter position drop identity;
    alter table event add constraint event_stream_version unique (kind, stream, version);
    create index event_feed on event (tx, position);
    perform event_parts.make('event_low');
    perform event_parts.make('event_later');
    execute format('alter table event attach partition event_low for values from (minvalue) to (%L)', event_parts.since(quarter));
  else
    select max(to_date(substr(inhrelid::regclass::text, 7, 4), 'YYYY') + (3 * substr(inhrelid::regclass::text, 13, 1)::int) * interval '1 month')
      into quarter from pg_inherits where inhparent = 'event'::regclass and inhrelid::regclass::text ~ '^event_\d{4}_q\d';
    if quarter > last then return; end if;
    alter table event detach partition event_later;
  end if;
  while quarter <= last loop
    following := quarter + interval '3 months';
    perform event_parts.make(to_char(quarter, '"event_"YYYY"_q"Q'));
    execute format('alter table event attach partition %I for values from (%L) to (%L)',
      to_char(quarter, '"event_"YYYY"_q"Q'), event_parts.since(quarter), event_parts.since(following));
    quarter := following;
  end loop;
  if not whole then perform event_parts.move('event_later', 'event', format('stream < %L', event_parts.since(quarter))); end if;
  execute format('alter table event attach partition event_later for values from (%L) to (%L)',
    event_parts.since(quarter), event_parts.horizon());
  if whole then
    perform event_parts.move('event_high', 'event', format('stream < %L', event_parts.horizon()));
    execute format('alter table event attach partition event_high for values from (%L) to (maxvalue)', event_parts.horizon());
  end if;
end $$;

-- Takes those streams of a quarter out that are of these kinds and have recorded nothing since a day. What stays lies in a table in the
-- quarter's place, which refuses to begin anew what went. All wait for a moment, after a reading of the quarter for which nobody waits.
create or replace function event_parts.detach(part text, kinds text[], quiet_since date) returns void language plpgsql set lock_timeout = '2s' as $$
declare
  kept text := part || '_kept';
  place text := event_parts.bounds(part);
  before xid8 := pg_snapshot_xmin(pg_current_snapshot());
  names text[];
  found boolean;
begin
  if place is null or part !~ '^event_\d{4}_q\d$' then raise exception '% is not a quarter of the event table', part; end if;
  if exists (select from pg_namespace where nspname like 'rebuild\_%') then raise exception 'a read model is being made anew'; end if;
  create temp table staying (kind text, stream uuid, primary key (kind, stream)) on commit drop;
  execute format('insert into staying select kind, stream from %I group by kind, stream
    having uuid_extract_version(stream) is distinct from 7 or kind <> all($1) or max(recorded_at) >= $2', part) using kinds, quiet_since;
  lock table event in access exclusive mode;
  execute format('insert into staying select distinct kind, stream from %I where tx >= $1 on conflict do nothing', part) using before;
  perform event_parts.make(kept);
  perform event_parts.move(part, kept, '(kind, stream) in (select kind, stream from staying)');
  execute format('select exists (select from %I)', part) into found;
  if not found then raise exception 'nothing in % may go', part; end if;
  execute format('select exists (select from %I e, feed_cursor c where (e.tx, e.position) > (c.tx, c.position))', part) into found;
  if found then raise exception '% holds what is not published yet', part; end if;
  select coalesce(array_agg(kind || '/' || stream::text), '{}') into names from staying where uuid_extract_version(stream) = 7 and kind = any(kinds);
  execute format('alter table %I add constraint %I check (uuid_extract_version(stream) is distinct from 7 or kind <> all(%L::text[])
    or kind || ''/'' || stream::text = any(%L::text[]))', kept, part || '_is_detached', kinds, names);
  execute format('alter table event detach partition %I', part);
  execute format('alter table event attach partition %I %s', kept, place);
  drop table staying;
end $$;

-- Brings a quarter back. All wait for a moment, after a reading of it for which nobody waits.
create or replace function event_parts.attach(part text) returns void language plpgsql set lock_timeout = '2s' as $$
declare
  kept text := part || '_kept';
  place text := event_parts.bounds(kept);
  range text[] := regexp_match(place, $b$FROM \('([^']+)'\) TO \('([^']+)'\)$b$);
begin
  if place is null then raise exception '% is not detached', part; end if;
  execute format('alter table %I add constraint place check (stream >= %L and stream < %L)', part, range[1], range[2]);
  lock table event in access exclusive mode;
  execute format('alter table event detach partition %I', kept);
  perform event_parts.move(kept, part, 'true');
  execute format('drop table %I', kept);
  execute format('alter table event attach partition %I %s', part, place);
  execute format('alter table %I drop constraint place', part);
end $$;
