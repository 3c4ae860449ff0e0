-- How a household that declares itself came forward, and through which window.
alter table clue add column via text, add column window_id text;
