package org.shouwang.monitoring.line;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.policy.Policies;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.policy.PolicyTerms.Line.Source;

/** The lines that all villages of an area are compared with on a day, for what is asked of their households at once. */
@Singleton
public class VillageLines {

    /**
     * @param amount yuan per person and year
     * @param inclusive a household exactly on it is below it
     * @param reference the reference income is compared where a statement has one
     * @param terms of the policy that is in force there
     */
    public record VillageLine(
            String areaCode, BigDecimal amount, boolean inclusive, boolean reference, PolicyTerms terms) {}

    private final Policies policies;

    VillageLines(Policies policies) {
        this.policies = policies;
    }

    /** In the order of their codes; villages without a policy or a line are left out. */
    public Uni<List<VillageLine>> of(StatelessSession session, String scope, LocalDate day) {
        return Sql.rows(
                        session,
                        "select distinct area_code from household_fact where area_code ~>=~ $1 and area_code ~<~ ($1::text || 'x') order by area_code",
                        scope)
                .chain(rows -> of(session, rows.stream().map(r -> (String) r[0]).toList(), day));
    }

    /** In the order of the codes that are given; villages without a policy or a line are left out. */
    public Uni<List<VillageLine>> of(StatelessSession session, List<String> villages, LocalDate day) {
        return policies.onDay(session, day)
                .chain(terms -> LineTable.amounts(session, villages, day).map(lines -> villages.stream()
                        .flatMap(village -> line(village, terms, lines).stream())
                        .toList()));
    }

    private static Optional<VillageLine> line(
            String village, List<PolicyTerms> policies, Map<String, BigDecimal> lines) {
        return policies.stream()
                .filter(terms -> village.startsWith(terms.areaPrefix()))
                .findFirst()
                .flatMap(terms -> Optional.ofNullable(
                                terms.line().source() == Source.FIXED
                                        ? terms.line().amount()
                                        : lines.get(village))
                        .map(amount -> new VillageLine(
                                village,
                                amount,
                                terms.line().inclusive(),
                                terms.line().useReferenceIncome(),
                                terms)));
    }
}
