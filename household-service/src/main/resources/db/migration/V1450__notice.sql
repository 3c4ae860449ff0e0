-- Whose inclusion hung in the village, and what the county then determined: only they are announced. A plan that forbids publicity leaves no row.
create table notice_object (
  id          uuid primary key,
  posted_on   date not null,
  type        text,
  included_on date
);
create index notice_object_included on notice_object (included_on) where included_on is not null;
