-- The colour of a watched household, and its risks that are open beside all of its stay. What was heard before says it when RosterMonitoringConsumer is refilled.
alter table roster_object
  add column open_risks text not null default '',
  add column grade      text,
  add column graded_on  date;
update roster_object set open_risks = risks;
create index roster_object_grade on roster_object (grade) where grade is not null;
