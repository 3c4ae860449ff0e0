-- Every event of every service as it was published, in the order of arrival. Append-only.
create table archived_event (
  position       bigint generated always as identity primary key,
  id             uuid        not null unique,
  service        text        not null,
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
  data           text        not null,      -- the bytes that are hashed
  personal_hash  bytea,                     -- of the part that its service keeps to itself
  previous       bytea       not null,
  hash           bytea       not null,
  fault          text                       -- what was wrong on arrival; null: nothing
);
create index archived_event_stream on archived_event (service, kind, stream, version);
create index archived_event_area on archived_event (area text_pattern_ops, position);
create index archived_event_fault on archived_event (position) where fault is not null;

-- What each event is about: its subject, and the households that it names.
create table archived_mention (
  subject  uuid   not null,
  position bigint not null, -- of archived_event
  primary key (subject, position)
);

-- How far each stream has come, so that the next event can be held against it.
create table archived_stream (
  service       text   not null,
  kind          text   not null,
  stream        uuid   not null,
  subject       uuid   not null,
  events        bigint not null,
  version       bigint not null,
  hash          bytea  not null,
  fault_version bigint,
  fault         text,
  primary key (service, kind, stream)
);
create index archived_stream_subject on archived_stream (subject);

-- Where each subject belongs: a household's village, as the household register last said.
create table archived_subject (
  id         uuid    primary key,
  area       text    not null,
  registered boolean not null               -- said by the household register itself
);
