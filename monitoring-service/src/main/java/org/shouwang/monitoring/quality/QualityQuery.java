package org.shouwang.monitoring.quality;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import org.shouwang.monitoring.line.VillageLines.VillageLine;

/**
 * One statement that asks rules of everything that an area has: each subject is gone through once, whatever the number of its rules. What
 * follows it finds rows {@code area_code, n, error, id, household, subject, fields, kind, stream} in {@code found}; n is the rule's place in the list.
 *
 * @param former null; else only what is of this code of a village, or of a household that was kept under it
 * @param months without a measure in effect after which a household counts as not helped
 */
record QualityQuery(
        Collection<Rule> rules,
        String scope,
        String former,
        String from,
        LocalDate day,
        int months,
        List<VillageLine> villages) {

    private static final String ASKED = """
            with p as (select $1::text || 'x' as past, $2::text as first, $3::date as day, $4::int as months, $5::text[] as villages,
              $6::numeric[] as lines, $7::boolean[] as inclusive, $8::boolean[] as reference, $9::text as former,
              date_trunc('year', $3::date)::date as year_from,
              to_char(date_trunc('year', $3::date), 'IYYY"-W"IW') as week_from, to_char($3::date, 'IYYY"-W"IW') as week_to,
              to_char($3::date, 'YYYY"-01"') as month_from, to_char($3::date, 'YYYY-MM') as month_to), found as (
            """;

    private static final String FORMER = """
             and (s.area_code = (select former from p) or s.household in (
              select h.household from household_former h where h.area_code = (select former from p) and h.left_on is null))""";

    private record Asked(Rule rule, Check check) {

        private String row() {
            return "(%d, %b, %s)".formatted(rule.ordinal(), rule.severity() == Rule.Severity.ERROR, check.wrong());
        }
    }

    /** Its parameters are {@link #values}. */
    String text() {
        return ASKED
                + bySubject().entrySet().stream()
                        .map(e -> part(e.getKey(), e.getValue()))
                        .collect(joining("union all\n"))
                + ")\n";
    }

    /** Followed by those of what follows. */
    Object[] values(Object... more) {
        var values = new ArrayList<Object>(Arrays.asList(
                scope,
                from == null ? scope : from,
                day,
                months,
                villages.stream().map(VillageLine::areaCode).toArray(String[]::new),
                villages.stream().map(VillageLine::amount).toArray(BigDecimal[]::new),
                villages.stream().map(VillageLine::inclusive).toArray(Boolean[]::new),
                villages.stream().map(VillageLine::reference).toArray(Boolean[]::new),
                former));
        values.addAll(Arrays.asList(more));
        return values.toArray();
    }

    private EnumMap<Subject, List<Asked>> bySubject() {
        return rules.stream()
                .flatMap(rule -> rule.checks().stream().map(check -> new Asked(rule, check)))
                .collect(groupingBy(asked -> asked.check().subject(), () -> new EnumMap<>(Subject.class), toList()));
    }

    private String part(Subject subject, List<Asked> asked) {
        return """
                select s.area_code, c.n, c.error, s.id, s.household, '%s' as subject, c.fields, s.kind, s.stream from (%s) s
                cross join lateral (values %s) c (n, error, fields) where cardinality(c.fields) > 0 %s
                """.formatted(
                        subject,
                        subject.rows(),
                        asked.stream().map(Asked::row).collect(joining(",\n")),
                        former == null ? "" : FORMER);
    }
}
