package org.shouwang.monitoring.quality;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.quality.Rule.Severity;

/** How many findings each rule has over an area, in how many households 户 with how many persons 人 on the day. */
@Singleton
class QualityFigures {

    /** @param findings of this rule, some of them in {@code households} with {@code persons} in all, the others about whole villages */
    record OfRule(
            String rule,
            String name,
            Severity severity,
            String zh,
            String en,
            long findings,
            long households,
            long persons) {}

    /** Persons of the households that are counted beside. */
    record Persons(long wrong, long doubtful) {}

    /** @param wrong households with an error, {@code doubtful} with a warning */
    record Figures(
            String area,
            LocalDate on,
            long wrong,
            long doubtful,
            long errors,
            long warnings,
            Persons persons,
            List<OfRule> rules) {}

    private record Counted(long findings, long households, long persons) {

        private static final Counted NONE = new Counted(0, 0, 0);
    }

    private static final String COUNTS = """
            select n, error, sum(findings)::bigint, count(household), coalesce(sum(persons), 0) from (
              select n, error, f.household, count(*) as findings, max(s.persons) as persons from found f cross join p
              left join household_stretch s on s.household = f.household and s.from_on <= p.day and (s.until is null or s.until > p.day)
              group by grouping sets ((n, f.household), (error, f.household))) c
            group by n, error""";

    private final Journal journal;
    private final QualityScope scopes;

    QualityFigures(Journal journal, QualityScope scopes) {
        this.journal = journal;
        this.scopes = scopes;
    }

    /** @param own what the caller reaches */
    Uni<Figures> of(String scope, String own, LocalDate day) {
        return journal.read(session -> scopes.query(session, List.of(Rule.values()), scope, own, null, day)
                .chain(query -> Sql.rows(session, query.text() + COUNTS, query.values()))
                .map(rows -> figures(scope, day, rows)));
    }

    private static Figures figures(String scope, LocalDate day, List<Object[]> rows) {
        var byRule = new HashMap<Integer, Counted>();
        var byError = new HashMap<Boolean, Counted>();
        for (var r : rows) {
            var counted = new Counted((Long) r[2], (Long) r[3], (Long) r[4]);
            if (r[0] == null) byError.put((Boolean) r[1], counted);
            else byRule.put((Integer) r[0], counted);
        }
        var errors = byError.getOrDefault(true, Counted.NONE);
        var warnings = byError.getOrDefault(false, Counted.NONE);
        return new Figures(
                scope + "0".repeat(Math.max(0, 12 - scope.length())),
                day,
                errors.households(),
                warnings.households(),
                errors.findings(),
                warnings.findings(),
                new Persons(errors.persons(), warnings.persons()),
                rules(byRule));
    }

    private static List<OfRule> rules(Map<Integer, Counted> counts) {
        return Arrays.stream(Rule.values())
                .map(rule -> {
                    var counted = counts.getOrDefault(rule.ordinal(), Counted.NONE);
                    return new OfRule(
                            rule.code(),
                            rule.name(),
                            rule.severity(),
                            rule.zh(),
                            rule.en(),
                            counted.findings(),
                            counted.households(),
                            counted.persons());
                })
                .toList();
    }
}
