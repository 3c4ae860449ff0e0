-- Two indexes are what reading needs: a stream by its versions, the whole by the order in which it may be read.
alter table event drop constraint event_pkey, drop constraint event_id_key;
drop index event_feed, event_subject;
alter table event add primary key (tx, position);
comment on column event.tx is 'the transaction that wrote it, or that of the event before it in its stream where that is later: readers stop before the oldest open transaction';
