-- How many of the labour are weak or half, so that the labour force can be counted with them or without.
alter table figure_household add column weak int not null default 0;
update figure_household set weak = (
  select count(*) from jsonb_each(facts::jsonb -> 'members') as m (id, facts) where m.facts ->> 'labour' = 'WEAK');
