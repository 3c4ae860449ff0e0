-- A line that is set within the year leaves the one before it to the days before it.
alter table monitoring_line drop constraint monitoring_line_pkey, add primary key (area_code, year, effective_from);
insert into monitoring_line (area_code, prefix, year, amount, effective_from, source)
select l.area_code, l.prefix, l.year, e.amount, e.effective_from, e.source
from (select distinct on (d ->> 'areaCode', d ->> 'effectiveFrom') d ->> 'areaCode' as area_code, (d ->> 'year')::int as year,
        (d ->> 'amount')::numeric as amount, (d ->> 'effectiveFrom')::date as effective_from, d ->> 'source' as source
      from (select data::json as d, version from event where kind = 'line') s order by d ->> 'areaCode', d ->> 'effectiveFrom', version desc) e
join monitoring_line l on l.area_code = e.area_code and l.year = e.year
on conflict do nothing;
