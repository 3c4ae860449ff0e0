-- Village meetings about households and public notices, one table per kind of stream so that each can be rebuilt alone.
create table case_meeting (
  stream    uuid not null,
  version   bigint not null,
  household uuid not null,
  area_code text not null,
  held_on   date not null,
  place     text,
  host      text,
  recorder  text,
  expected  int,
  present   int not null,
  agree     int,
  disagree  int,
  abstain   int,
  result    text not null,
  reason    text,
  primary key (stream, version)
);
create index case_meeting_area on case_meeting (area_code text_pattern_ops, held_on);
create table removal_meeting (like case_meeting including all);

create table case_notice (
  stream     uuid not null,
  version    bigint not null,
  household  uuid not null,
  area_code  text not null,
  posted_on  date not null,
  ends_on    date not null,
  place      text,
  photos     text not null, -- fingerprints
  objections int not null,
  primary key (stream, version)
);
create index case_notice_area on case_notice (area_code text_pattern_ops, posted_on);
create table removal_notice (like case_notice including all);

alter table watch_list add column statement uuid;
alter table warning add column action text;
