package org.shouwang.monitoring.deadline;

/** What departments owe, as SQL for the work list: scope {@code $1}, day {@code $2}. */
final class DepartmentDuties {

    /**
     * The figures of the month before, of each department that a monthly rule with a day asks, and those of the year from the month on in which a
     * yearly rule with a day asks for them: by county, each rule from the smallest area around it. A delivery counts that is about the whole county,
     * and for the year one whose period is the year.
     */
    static final String DELIVERIES = """
            select stream_id('delivery/' || c.code || '/' || r.dept || '/' || r.period), 'DELIVERY', '', null::uuid, c.code, 'COUNTY',
              r.dept || '/' || r.period, r.due_on, r.first
            from (select to_char($2::date - interval '1 month', 'YYYY-MM') as month, date_trunc('month', $2::date)::date as first,
                to_char($2::date, 'YYYY') as year) m
            cross join (select code from (select distinct left(v.code, 6) || '000000' as code from village v where v.code like $1 || '%') k
              where code like $1 || '%') c
            cross join lateral (select b.dept, p.period, min(p.first) as first,
                min(p.first + least(b.day, extract(day from p.first + interval '1 month' - interval '1 day')::int) - 1) as due_on
              from (select distinct on (e.rule ->> 'id') e.rule ->> 'dept' as dept, (e.rule ->> 'deliverBy')::int as day, e.rule ->> 'cycle' as cycle,
                  (e.rule ->> 'deliverMonth')::int as month, json_array_length(e.rule -> 'thresholds') as thresholds
                from (select distinct on (set_id) set_id, area_prefix, effective_to, rules from screening_rules where effective_from <= $2
                  order by set_id, version desc) s
                cross join lateral json_array_elements(s.rules::json -> 'rules') e(rule)
                where (s.effective_to is null or s.effective_to >= $2) and left(c.code, 6) like s.area_prefix || '%'
                order by e.rule ->> 'id', length(s.area_prefix) desc, s.set_id) b
              cross join lateral (select case b.cycle when 'MONTHLY' then m.month when 'YEARLY' then m.year end as period,
                case b.cycle when 'MONTHLY' then m.first when 'YEARLY' then make_date(m.year::int, b.month, 1) end as first) p
              where b.day is not null and b.thresholds > 0 and p.first <= $2 group by b.dept, p.period) r
            where not exists (select 1 from delivery_fact d
              where d.dept = r.dept and d.received_on <= $2 and c.code like d.scope || '%'
              and case when r.period = m.year then d.period = r.period else left(d.period, 7) = r.period end)
            """;

    private DepartmentDuties() {}
}
