-- What other services' events have told; written by consumers only.
create table known_household (
  id   uuid primary key,
  area text not null
);
create index known_household_area on known_household (area text_pattern_ops, id);

create table known_member (
  household uuid    not null,
  id        uuid    not null,
  labour    text    not null,
  student   text,
  born      text,             -- yyyy-MM
  working   boolean not null,
  left_on   date,
  primary key (household, id)
);

create table known_tag (
  household uuid not null,
  tag       text not null,
  member    uuid not null,
  from_on   date not null,
  to_on     date,             -- the first day without it
  primary key (household, tag, member, from_on)
);

create table known_object (
  household           uuid not null,
  episode             int  not null,
  area                text not null,
  state               text not null,
  grade               text,
  risks               text not null, -- codes, comma between, the main one first
  included_on         date not null,
  removal_proposed_on date,
  removed_on          date,
  wage_after          numeric(14, 2),
  transfer_after      numeric(14, 2),
  primary key (household, episode)
);
create index known_object_area on known_object (area text_pattern_ops, household);
