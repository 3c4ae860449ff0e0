-- The history. Append-only: rows are never updated or deleted.
create table event (
  position       bigint generated always as identity primary key,
  tx             xid8        not null default pg_current_xact_id(), -- readers stop before the oldest open transaction
  id             uuid        not null unique,
  kind           text        not null,
  stream         uuid        not null,
  version        bigint      not null,
  type           text        not null,
  revision       int         not null,
  occurred_on    date        not null,
  recorded_at    timestamptz not null,
  actor          text        not null,
  role           text        not null,
  actor_area     text        not null,
  dept           text,
  area           text        not null,
  subject        uuid        not null,
  policy         text,
  policy_version int,
  correlation    uuid        not null,
  causation      uuid        not null,
  data           text        not null,                               -- the bytes that are hashed and published
  personal       text,                                               -- never leaves this database; in the hash by its own hash
  previous       bytea       not null,
  hash           bytea       not null,
  constraint event_stream_version unique (kind, stream, version)     -- the optimistic lock
);
create index event_feed on event (tx, position);
create index event_subject on event (subject, position);

-- How far the feed has published, one row.
create table feed_cursor (
  single   boolean primary key default true check (single),
  tx       xid8   not null,
  position bigint not null
);
insert into feed_cursor (tx, position) values ('0', 0);
