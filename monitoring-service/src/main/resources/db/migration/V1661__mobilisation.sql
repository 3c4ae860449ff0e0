-- Mobilisation meetings as they were held, what was done of their tasks, and the tasks that are open.
create table mobilisation (
  id        uuid primary key,
  area_code text not null,
  held      text not null,
  done      text not null default '[]'
);
create index mobilisation_area on mobilisation (area_code text_pattern_ops, id);
create table duty_mobilisation (like duty_removal including all);
