-- Former codes are asked for by the area that they lie in, too.
drop index household_former_area;
create index household_former_area on household_former (area_code text_pattern_ops);
