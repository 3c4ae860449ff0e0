package org.shouwang.monitoring.sweep;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What monitoring keeps of a household {@code h} on the days of a sweep {@code s}, as conditions in SQL. */
final class FocusFacts {

    /** Of the last statement {@code i} that is signed; {@code i.before} is the income per person of the one before it. */
    static final String LATEST_INCOME = """
            exists (select 1 from (select wage, operating, property, transfer, per_capita,
                lead(per_capita) over (order by to_month desc, id) as before from income_fact
                where household = h.id and state in ('SIGNED', 'CONFIRMED') order by to_month desc, id limit 1) i where %s)""";

    static final String LINE = """
            (select amount from monitoring_line l where h.area_code like l.prefix || '%' and l.year = extract(year from s.from_on)
              and l.effective_from <= s.from_on order by length(l.prefix) desc, l.effective_from desc limit 1)""";

    static final String MAINLY_WAGES =
            "i.wage > coalesce(i.operating, 0) + coalesce(i.property, 0) + coalesce(i.transfer, 0)";

    static final String OUT_OF_WORK =
            member("(m ->> 'workedLastYear')::boolean and not coalesce((m ->> 'working')::boolean, false)");

    /** At no school of the nine compulsory years. */
    static final String STUDENT =
            member("m ->> 'student' not in ('PRESCHOOL_AGE', 'PRIMARY', 'GRADE_7', 'GRADE_8', 'GRADE_9')");

    private FocusFacts() {}

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
                  and (k.result is null or k.result = 'TO_CASE'))""".formatted(list);
    }

    private static String member(String condition) {
        return "exists (select 1 from jsonb_array_elements(h.members::jsonb) m where " + condition + ")";
    }
}
