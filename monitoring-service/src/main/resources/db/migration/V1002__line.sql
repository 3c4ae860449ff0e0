create table monitoring_line (
  area_code      text          not null,
  prefix         text          not null,
  year           int           not null,
  amount         numeric(12,2) not null,
  effective_from date          not null,
  source         text          not null,
  primary key (area_code, year)
);
create index monitoring_line_prefix on monitoring_line (prefix, year);
