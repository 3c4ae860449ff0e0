-- Messages that were applied here: the row and the effect are committed together.
create table inbox (
  consumer text not null,
  message  uuid not null,
  primary key (consumer, message)
);

-- Messages that could not be applied, with the reason.
create table dead_letter (
  id          uuid        primary key,
  consumer    text        not null,
  topic       text        not null,
  partition   int         not null,
  "offset"    bigint      not null,
  key         text,
  headers     text        not null,
  value       bytea       not null,
  reason      text        not null,
  received_at timestamptz not null,
  replayed_at timestamptz,
  unique (consumer, topic, partition, "offset")
);
