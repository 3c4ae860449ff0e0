-- Quarterly reviews of whole villages; minutes, counts and documents as JSON.
create table quarterly_review (
  area_code    text not null,
  month        text not null,
  held_on      date not null,
  minutes      text not null,
  counts       text not null,
  checked      int  not null,
  without_risk int  not null,
  documents    text not null,
  version      bigint not null,
  primary key (area_code, month)
);
create index quarterly_review_area on quarterly_review (area_code text_pattern_ops, month);
