-- What a monthly visit found solved of what was warned of; null: not asked.
alter table monthly_check add column solved text;
