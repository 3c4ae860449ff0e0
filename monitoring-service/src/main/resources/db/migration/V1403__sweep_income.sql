-- The income statement that a household showed at a sweep.
alter table sweep_check add column statement uuid;
