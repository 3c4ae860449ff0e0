package org.shouwang.monitoring.evaluation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.monitoring.line.Lines;
import org.shouwang.monitoring.policy.Policies;
import org.shouwang.monitoring.policy.PolicyTerms;

/** The standards of the villages that a run over an area comes to, each looked up once. */
final class Standards {

    private final BiFunction<StatelessSession, String, Uni<PolicyTerms>> terms;
    private final Lines lines;
    private final LocalDate on;
    private final Map<String, Standard> byVillage = new HashMap<>();

    /** @param terms of a village; null: none hold there */
    private Standards(BiFunction<StatelessSession, String, Uni<PolicyTerms>> terms, Lines lines, LocalDate on) {
        this.terms = terms;
        this.lines = lines;
        this.on = on;
    }

    /** What holds in each village on the day. */
    static Standards inForce(Policies policies, Lines lines, LocalDate on) {
        return new Standards(
                (session, village) -> policies.holding(session, village, on)
                        .map(holding -> holding.isEmpty() ? null : holding.getFirst()),
                lines,
                on);
    }

    /** The same with a draft, as if it were in force in the place of its own versions and of what has the same prefix. */
    static Standards with(PolicyTerms draft, Policies policies, Lines lines, LocalDate on) {
        return new Standards(
                (session, village) ->
                        policies.holding(session, village, on).map(holding -> best(draft, village, holding)),
                lines,
                on);
    }

    /** The same for everybody. */
    static Standards always(Lines lines, LocalDate on, PolicyTerms terms) {
        return new Standards((_, _) -> Uni.createFrom().item(terms), lines, on);
    }

    Standard of(Known household) {
        return byVillage.get(household.areaCode());
    }

    Uni<Void> learn(StatelessSession session, List<Known> households) {
        return Multi.createFrom()
                .iterable(households.stream()
                        .map(Known::areaCode)
                        .distinct()
                        .filter(village -> !byVillage.containsKey(village))
                        .toList())
                .onItem()
                .transformToUniAndConcatenate(village -> terms.apply(session, village)
                        .chain(found -> found == null
                                ? Uni.createFrom().item(new Standard(null, null))
                                : lines.amount(session, found, village, on)
                                        .map(line -> new Standard(found, line.orElse(null))))
                        .invoke(standard -> byVillage.put(village, standard)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** The longest prefix goes first in what holds. */
    private static PolicyTerms best(PolicyTerms draft, String village, List<PolicyTerms> holding) {
        var other = holding.stream()
                .filter(terms -> !terms.policyId().equals(draft.policyId()))
                .findFirst()
                .orElse(null);
        if (!village.startsWith(draft.areaPrefix())) return other;
        return other != null && other.areaPrefix().length() > draft.areaPrefix().length() ? other : draft;
    }
}
