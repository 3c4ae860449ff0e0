-- When a household that was not included was last looked at again, and what came of it.
alter table watch_list add column rechecked_on date, add column recheck_risk boolean, add column recheck_statement uuid;
create index watch_list_household on watch_list (household) where not included;
