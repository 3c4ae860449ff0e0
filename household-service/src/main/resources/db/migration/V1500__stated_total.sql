-- What a department's list says of its own length, and what was said of it when the list was closed.
alter table screening_delivery
  add column stated_total int,
  add column reason       text, -- LISTED_TWICE, NUMBER_WRONG
  add column repeated     text; -- rows, with commas
