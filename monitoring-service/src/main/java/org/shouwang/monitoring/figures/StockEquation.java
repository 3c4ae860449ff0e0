package org.shouwang.monitoring.figures;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The stock of months held against what happened in them (DQ-26), household by household, as SQL for whoever asks. */
public final class StockEquation {

    private static final String BALANCE = """
            with m as (%1$s),
            o as (select * from object_stretch where watched and type is not null and area_code ~>=~ %2$s and area_code ~<~ %3$s),
            parts as (
              select o.area_code, m.first, o.household, 1 as households, coalesce(h.persons, 0) as persons
              from m join o on o.from_on <= m.last and (o.until is null or o.until > m.last)
              left join household_stretch h on h.household = o.household and h.from_on <= m.last and (h.until is null or h.until > m.last)
              union all
              select o.area_code, m.first, o.household, -1, -coalesce(h.persons, 0)
              from m join o on o.from_on < m.first and (o.until is null or o.until >= m.first)
              left join household_stretch h on h.household = o.household and h.from_on < m.first and (h.until is null or h.until >= m.first)
              union all
              select f.area_code, m.first, f.household, -sign, -sign * coalesce(h.persons, 0)
              from m join object_flow f on f.on_day between m.first and m.last and f.area_code ~>=~ %2$s and f.area_code ~<~ %3$s
              cross join lateral (select case when f.kind in (%4$s) then -1 else 1 end as sign) s
              left join household_stretch h on h.household = f.household and h.from_on <= f.on_day and (h.until is null or h.until > f.on_day)
              union all
              select o.area_code, m.first, o.household, 0, c.gone - c.joined
              from m join member_flow c on c.on_day between m.first and m.last
              join o on o.household = c.household and o.from_on < c.on_day and (o.until is null or o.until >= c.on_day))
            select area_code, first, household, sum(households)::bigint as households, sum(persons)::bigint as persons from parts
            group by 1, 2, 3 having sum(households) <> 0 or sum(persons) <> 0
            """;

    private static final String OUTGOING = Arrays.stream(Flow.values())
            .filter(f -> f.sign() < 0)
            .map(f -> "'" + f.name() + "'")
            .collect(Collectors.joining(", "));

    private StockEquation() {}

    /**
     * Rows {@code area_code, first, household, households, persons}: what of a household's count in a village and month is not explained.
     *
     * @param months a select of {@code first} and {@code last} days
     * @param first expression of the first code that may lie in the area
     * @param past expression behind its last
     */
    public static String unexplained(String months, String first, String past) {
        return BALANCE.formatted(months, first, past, OUTGOING);
    }
}
