-- What is posted of a household's latest case, and of its latest removal, and for how long. What was heard before says it when NoticeConsumer is refilled.
alter table notice_policy
  add column days      int,
  add column working   boolean not null default false,   -- the days are working days
  add column type      text,                             -- proposed by the village's review; a removal's is the household's own
  add column posted_on date,
  add column ends_on   date;
