create table clue (
  id          uuid primary key,
  household   uuid,
  area_code   text not null,
  source      text not null,
  text        text not null,
  received_on date not null,
  due_on      date not null,
  receipt_no  text,
  result      text,
  answered_on date,
  case_id     uuid,
  overdue     boolean not null
);
create index clue_area on clue (area_code text_pattern_ops);
