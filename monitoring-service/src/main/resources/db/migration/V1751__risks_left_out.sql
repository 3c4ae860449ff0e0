-- New risks of a visit for which the household had no room. Those of earlier visits had room, or were refused.
alter table monthly_check add column left_out text not null default '';
