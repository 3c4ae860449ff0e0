-- What a visit found, whole: items and documents as JSON, who was reached by a code.
alter table monthly_check
  add column work      text,
  add column living    text,
  add column items     text,
  add column absence   text,
  add column reached   text,
  add column signed    boolean,
  add column documents text;
alter table revisit
  add column items     text,
  add column absence   text,
  add column reached   text,
  add column signed    boolean,
  add column documents text;
update monthly_check c set items = e.data::json ->> 'items', absence = e.data::json ->> 'absence',
  signed = (e.data::json ->> 'householderSigned')::boolean, documents = e.data::json ->> 'documents'
from event e where not c.missed and e.kind = 'check' and e.stream = stream_id('check/' || c.household || '/' || c.month) and e.version = c.version;
update revisit r set items = e.data::json ->> 'items', absence = e.data::json ->> 'absence',
  signed = (e.data::json ->> 'householderSigned')::boolean, documents = e.data::json ->> 'documents'
from event e where not r.missed and e.kind = 'revisit' and e.stream = stream_id('revisit/' || r.household || '/' || r.from_month) and e.version = r.version;
