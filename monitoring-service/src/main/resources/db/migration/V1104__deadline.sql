-- What is still to be done, one table per kind of stream so that each can be rebuilt alone. part: which of several of the same kind.
create table duty_clue (
  id        uuid not null,
  duty      text not null,
  part      text not null default '',
  household uuid,
  area_code text not null,
  level     text not null,
  step      text,
  due_on    date,
  since     date not null,
  overdue   boolean not null default false,
  steps     text,
  done      text,
  primary key (id, duty, part)
);
create index duty_clue_area on duty_clue (area_code text_pattern_ops);
create index duty_clue_due on duty_clue (due_on);
create table duty_case (like duty_clue including all);
create table duty_removal (like duty_clue including all);
create table duty_warning (like duty_clue including all);

-- Households to be visited every month, and the months that are settled (visited, or noted as missed).
create table duty_object (
  household    uuid primary key,
  area_code    text not null,
  episode      int  not null,
  watched_from date not null,
  watched      boolean not null
);
create index duty_object_area on duty_object (area_code text_pattern_ops);
create table duty_check (
  household uuid not null,
  month     text not null,
  primary key (household, month)
);
