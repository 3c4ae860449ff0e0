-- 城乡分类 of a village's unit, the last three digits of the 17-digit code; null: the imported table does not tell it.
alter table area add column urban_class text;
