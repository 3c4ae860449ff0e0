-- What the rows of one delivery say of a household, added up by item.
create table delivered_total (
  delivery  uuid    not null,
  household uuid    not null,
  item      text    not null,
  total     numeric not null,
  primary key (delivery, household, item)
);
