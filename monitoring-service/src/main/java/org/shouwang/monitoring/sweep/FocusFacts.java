package org.shouwang.monitoring.sweep;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What monitoring keeps of a household {@code h} on the days of a sweep {@code s}, as conditions in SQL. */
final class FocusFacts {

    /**
     * The lines of the villages on the first day of the sweep, from four parameters; every condition may refer to them.
     */
    private static final String LINES = """
            with village_line as (select * from unnest($%d::text[], $%d::numeric[], $%d::boolean[], $%d::boolean[]) as v(area, amount, inclusive, reference))
            """;

    /**
     * Of the last statement {@code i} that is signed and begun by the last month of the sweep; {@code i.before} is the income per person of the
     * one before it on the same basis.
     */
    static final String LATEST_INCOME = """
            exists (select 1 from (select k.*, lead(k.compared) over (partition by k.basis order by k.to_month desc, k.id) as before
              from (select f.*, v.amount, v.inclusive,
                  case when v.reference then coalesce(f.per_capita_reference, f.per_capita) else f.per_capita end as compared
                from income_fact f left join village_line v on v.area = h.area_code
                where f.household = h.id and f.state in ('SIGNED', 'CONFIRMED')
                  and case when f.basis = 'ESTIMATED_YEAR' then f.from_month else f.to_month end <= to_char(s.to_on, 'YYYY-MM')) k
              order by k.to_month desc, k.id limit 1) i where %s)""";

    static final String BELOW_LINE = "(i.compared < i.amount or i.inclusive and i.compared = i.amount)";

    static final String MAINLY_WAGES =
            "i.wage > coalesce(i.operating, 0) + coalesce(i.property, 0) + coalesce(i.transfer, 0)";

    static final String OUT_OF_WORK =
            member("(m ->> 'workedLastYear')::boolean and not coalesce((m ->> 'working')::boolean, false)");

    /** At no school of the nine compulsory years. */
    static final String STUDENT =
            member("m ->> 'student' not in ('PRESCHOOL_AGE', 'PRIMARY', 'GRADE_7', 'GRADE_8', 'GRADE_9')");

    private FocusFacts() {}

    /** @param first number of the first of the four parameters */
    static String lines(int first) {
        return LINES.formatted(first, first + 1, first + 2, first + 3);
    }

    static String tag(String tag) {
        return "exists (select 1 from jsonb_array_elements(h.tags::jsonb) t where t ->> 'tag' = '" + tag + "')";
    }

    /** @param codes main codes of the national form: of who is or was monitored, and of clues that were not found to be none */
    static String risks(String... codes) {
        var list = Stream.of(codes).map(code -> "'" + code + "'").collect(Collectors.joining(", "));
        return """
                exists (select 1 from object_stretch o cross join unnest(string_to_array(o.risks, ',')) r
                  where o.household = h.id and left(r, 2) in (%1$s))
                or exists (select 1 from clue k where k.household = h.id and left(k.risk, 2) in (%1$s)
                  and (k.result is null or k.result in ('TO_CASE', 'TO_WARNING')))""".formatted(list);
    }

    private static String member(String condition) {
        return "exists (select 1 from jsonb_array_elements(h.members::jsonb) m where " + condition + ")";
    }
}
