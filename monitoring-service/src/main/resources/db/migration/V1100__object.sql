create table monitored_object (
  household    uuid primary key,
  area_code    text not null,
  episode      int  not null,
  case_id      uuid not null,
  type         text,
  grade        text,
  state        text not null,
  entry        text not null,
  risks        text not null,
  per_capita   numeric(14,2),
  line         numeric(14,2),
  included_on  date not null,
  removal_id   uuid,
  removed_on   date,
  method       text,
  version      bigint not null
);
create index monitored_object_area on monitored_object (area_code text_pattern_ops, household);

create table object_episode (
  household      uuid not null,
  episode        int  not null,
  area_code      text not null,
  type           text,
  included_on    date not null,
  ended_on       date,
  method         text,
  natural_reason text,
  voided         boolean not null default false,
  primary key (household, episode)
);
create index object_episode_area on object_episode (area_code text_pattern_ops, included_on);
