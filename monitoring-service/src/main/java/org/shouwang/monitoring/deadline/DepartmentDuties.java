package org.shouwang.monitoring.deadline;

/** What departments owe, as SQL for the work list: scope {@code $1}, day {@code $2}, last day of its month {@code $3}. */
final class DepartmentDuties {

    /**
     * The figures of the month before, of each department that a monthly rule with a day asks: by county, each rule from the smallest area around it.
     * A delivery counts that is about the whole county.
     */
    static final String DELIVERIES = """
            select stream_id('delivery/' || c.code || '/' || r.dept || '/' || m.month), 'DELIVERY', '', null::uuid, c.code, 'COUNTY',
              r.dept || '/' || m.month, m.first + least(r.day, extract(day from $3::date)::int) - 1, m.first
            from (select to_char($2::date - interval '1 month', 'YYYY-MM') as month, date_trunc('month', $2::date)::date as first) m
            cross join (select code from (select distinct left(v.code, 6) || '000000' as code from village v where v.code like $1 || '%') k
              where code like $1 || '%') c
            cross join lateral (select b.dept, min(b.day) as day
              from (select distinct on (e.rule ->> 'id') e.rule ->> 'dept' as dept, (e.rule ->> 'deliverBy')::int as day, e.rule ->> 'cycle' as cycle,
                  json_array_length(e.rule -> 'thresholds') as thresholds
                from (select distinct on (set_id) set_id, area_prefix, effective_to, rules from screening_rules where effective_from <= $2
                  order by set_id, version desc) s
                cross join lateral json_array_elements(s.rules::json -> 'rules') e(rule)
                where (s.effective_to is null or s.effective_to >= $2) and left(c.code, 6) like s.area_prefix || '%'
                order by e.rule ->> 'id', length(s.area_prefix) desc, s.set_id) b
              where b.cycle = 'MONTHLY' and b.day is not null and b.thresholds > 0 group by b.dept) r
            where not exists (select 1 from delivery_fact d
              where d.dept = r.dept and left(d.period, 7) = m.month and d.received_on <= $2 and c.code like d.scope || '%')
            """;

    private DepartmentDuties() {}
}
