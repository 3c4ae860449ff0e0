-- What departments delivered, with what all codes of the area begin with that it is about.
create table delivery_fact (
  id          uuid primary key,
  dept        text not null,
  scope       text not null,
  period      text not null,
  received_on date not null
);
create index delivery_fact_dept on delivery_fact (dept, period);

-- What households asked for and nobody has answered yet.
create table duty_request (like duty_clue including all);
