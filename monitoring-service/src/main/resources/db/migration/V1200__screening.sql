-- Early-warning rules, one row per version of a set.
create table screening_rules (
  set_id         text not null,
  version        int  not null,
  area_prefix    text not null,
  effective_from date not null,
  effective_to   date,
  rules          text not null,
  primary key (set_id, version)
);

-- What a clue was raised by, and how far it is: RECEIVED, DISPATCHED, HANDED_OVER, ANSWERED.
alter table clue add rule text, add dept text, add period text, add stage text not null default 'RECEIVED', add handed_to text,
  add merged_into uuid;
update clue set stage = 'ANSWERED' where result is not null;
