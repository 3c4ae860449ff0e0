-- Nothing looks an event up by (tx, position), it is only read in that order; a primary key would keep the table from being partitioned by stream.
alter table event drop constraint event_pkey;
create index event_feed on event (tx, position);
