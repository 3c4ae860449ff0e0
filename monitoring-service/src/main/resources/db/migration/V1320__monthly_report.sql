-- Work reports of villages by month, handed in or overdue; figures as JSON.
create table monthly_report (
  id           uuid    primary key,
  area_code    text    not null,
  month        text    not null,
  due_on       date    not null,
  state        text    not null,
  late         boolean not null,
  first_on     date,            -- handed in for the first time
  submitted_on date,
  submitted_by text,
  figures      text,
  problems     text,
  next_steps   text,
  judged_on    date,
  note         text,
  version      bigint  not null,
  unique (area_code, month)
);
create index monthly_report_area on monthly_report (area_code text_pattern_ops, month);

create table duty_report (like duty_clue including all);
