package org.shouwang.household.quality;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.household.registry.Rule;
import org.shouwang.household.registry.Rule.Severity;
import org.shouwang.household.succession.Extent;

/** How many findings each rule has over an area, in how many households; those about lists are in none. */
@Singleton
class QualityFigures {

    /** @param findings of this rule, in {@code households} 户 with {@code persons} 人 */
    record OfRule(
            String rule,
            String name,
            Severity severity,
            String zh,
            String en,
            long findings,
            long households,
            long persons) {}

    /**
     * @param households active ones of the area, {@code waiting} of which changed and are not looked at yet: ask again
     * @param persons in those households
     * @param wrong households with an error, {@code doubtful} with a warning
     * @param wrongPersons in the households with an error, {@code doubtfulPersons} in those with a warning
     */
    record Figures(
            String area,
            LocalDate on,
            long households,
            long persons,
            long waiting,
            long wrong,
            long wrongPersons,
            long doubtful,
            long doubtfulPersons,
            long errors,
            long warnings,
            List<OfRule> rules) {}

    private static final String COUNTS = """
            select rule, sum(found)::bigint, count(*), sum(persons) from (
              select f.rule, o.persons, count(*) as found
              from household_overview o join quality_household q on q.household = o.id and q.version = o.version
              join quality_finding f on f.household = o.id
              where o.state = 'ACTIVE' and %s group by f.rule, o.id, o.persons) counted group by rule""";

    private static final String HOUSEHOLDS = """
            select count(*), count(*) filter (where f.wrong), count(*) filter (where f.doubtful),
              coalesce(sum(o.persons), 0), coalesce(sum(o.persons) filter (where f.wrong), 0),
              coalesce(sum(o.persons) filter (where f.doubtful), 0)
            from household_overview o
            left join quality_household q on q.household = o.id and q.version = o.version
            left join lateral (
              select bool_or(error) as wrong, bool_or(not error) as doubtful from quality_finding where household = q.household) f on true
            where o.state = 'ACTIVE' and %s""";

    private final Journal journal;

    QualityFigures(Journal journal) {
        this.journal = journal;
    }

    /** As it stands. @param scope the area that is asked for @param own what the caller reaches */
    Uni<Figures> of(String scope, String own, LocalDate today) {
        return journal.read(session -> Extent.of(session, scope, own)
                .chain(extent -> rows(session, COUNTS, extent).chain(counts -> rows(session, HOUSEHOLDS, extent)
                        .chain(households -> QualityStore.dueCount(session, extent, today)
                                .chain(waiting -> lists(session, scope)
                                        .map(lists -> figures(
                                                scope, today, counts, lists, households.getFirst(), waiting)))))));
    }

    private static Uni<Long> lists(StatelessSession session, String scope) {
        return Sql.rows(session, "select count(*) " + QualityList.LISTS.formatted("", 1), scope)
                .map(rows -> (Long) rows.getFirst()[0]);
    }

    private static Uni<List<Object[]>> rows(StatelessSession session, String sql, Extent extent) {
        return Sql.rows(session, sql.formatted(extent.where("o", 1)), extent.value());
    }

    private static Figures figures(
            String scope, LocalDate today, List<Object[]> counts, long lists, Object[] households, long waiting) {
        var byRule = new HashMap<String, Object[]>();
        counts.forEach(r -> byRule.put((String) r[0], r));
        byRule.put(Rule.STATED_TOTAL.name(), new Object[] {Rule.STATED_TOTAL.name(), lists, 0L, 0L});
        var rules = Arrays.stream(Rule.values())
                .map(rule -> {
                    var r = byRule.getOrDefault(rule.name(), new Object[] {rule.name(), 0L, 0L, 0L});
                    return new OfRule(
                            rule.code(),
                            rule.name(),
                            rule.severity(),
                            rule.zh(),
                            rule.en(),
                            (Long) r[1],
                            (Long) r[2],
                            (Long) r[3]);
                })
                .toList();
        return new Figures(
                scope,
                today,
                (Long) households[0],
                (Long) households[3],
                waiting,
                (Long) households[1],
                (Long) households[4],
                (Long) households[2],
                (Long) households[5],
                sum(rules, Severity.ERROR),
                sum(rules, Severity.WARNING),
                rules);
    }

    private static long sum(List<OfRule> rules, Severity severity) {
        return rules.stream()
                .filter(r -> r.severity() == severity)
                .mapToLong(OfRule::findings)
                .sum();
    }
}
