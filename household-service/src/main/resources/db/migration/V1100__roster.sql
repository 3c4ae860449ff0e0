-- Files that were sent in, for lists.
create table roster_import (
  id          uuid primary key,
  area        text not null,
  state       text not null,
  format      text not null,
  speaks_of   date not null,
  rows        int  not null,
  households  int  not null,
  persons     int  not null,
  accepted    int  not null,
  errors      int  not null,
  warnings    int  not null,
  registered  int  not null,
  changed     int  not null,
  unchanged   int  not null,
  refused     int  not null,
  recorded_at timestamptz not null
);
create index roster_import_area on roster_import (area text_pattern_ops, id);

-- What is being worked on. The lines of a file are kept only until it is applied, or has waited too long.
create table roster_row (
  import        uuid not null,
  row           int  not null,
  household_key text not null,
  id_hash       text,
  cells         text not null,
  received_at   timestamptz not null,
  primary key (import, row)
);
create index roster_row_household on roster_row (import, household_key, row);
create index roster_row_person on roster_row (import, id_hash);
create index roster_row_received on roster_row (received_at);

create table roster_household (
  import        uuid not null,
  row           int  not null, -- its first one
  household_key text not null,
  household     uuid not null,
  persons       int  not null,
  outcome       text not null, -- NEW, CHANGED, SAME: what applying it would do; REJECTED
  applied       text,          -- DONE, or the code of the refusal
  primary key (import, row)
);

create table roster_issue (
  import uuid    not null,
  row    int     not null,
  number int     not null,
  header text,
  rule   text    not null,
  error  boolean not null,
  hint   text,
  primary key (import, row, number)
);
