-- Weekly judgement meetings, held or missed; minutes, items and documents as JSON.
create table judgement_meeting (
  area_code  text not null,
  week       text not null,
  missed     boolean not null,
  minutes    text,
  households int  not null,
  items      text not null,
  documents  text not null,
  version    bigint not null,
  primary key (area_code, week)
);
create index judgement_meeting_area on judgement_meeting (area_code text_pattern_ops, week);

-- Weeks that are settled in a village: a meeting was held, or its absence noted.
create table duty_meeting (
  area_code  text not null,
  week       text not null,
  settled_on date not null,
  primary key (area_code, week)
);
