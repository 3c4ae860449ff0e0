-- Village meetings on several households; minutes, results and documents as JSON.
create table village_review (
  id            uuid primary key,
  area_code     text not null,
  held_on       date not null,
  minutes       text not null,
  should_attend int,
  results       text not null,
  documents     text not null,
  version       bigint not null
);
create index village_review_area on village_review (area_code text_pattern_ops, held_on);
