create table case_file (
  id          uuid    primary key,
  household   uuid    not null,
  area_code   text    not null,
  state       text    not null,
  visited     boolean not null,
  consented   boolean not null,
  compared    boolean not null,
  channel     text    not null,
  clue_on     date    not null,
  due_on      date,
  overdue     boolean not null,
  green       boolean not null,
  type        text,
  grade       text,
  reason_code text,
  decided_on  date,
  late        boolean not null
);
create index case_file_area on case_file (area_code text_pattern_ops);
create index case_file_household on case_file (household);

create table watch_list (
  case_id     uuid    primary key,
  household   uuid    not null,
  area_code   text    not null,
  reason_code text    not null,
  reason      text    not null,
  per_capita  numeric(14,2),
  below_line  boolean not null,
  decided_on  date    not null,
  recheck_on  date,
  included    boolean not null
);
create index watch_list_area on watch_list (area_code text_pattern_ops, household);
