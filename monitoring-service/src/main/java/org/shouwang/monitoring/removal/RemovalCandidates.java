package org.shouwang.monitoring.removal;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.monitoring.line.Lines;
import org.shouwang.monitoring.object.ObjectType;
import org.shouwang.monitoring.object.ObjectViews;
import org.shouwang.monitoring.object.RemovalMethod;
import org.shouwang.monitoring.policy.Policies;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.removal.RemovalCommand.Propose;

/** The monitored households of an area, each with the nine criteria answered from what is known: what a list of removals is drawn up from. */
@Singleton
class RemovalCandidates {

    /**
     * @param type null: coloured yellow or green only (2020 plan)
     * @param method the one that is left: by nature only where the household is no longer kept
     * @param proposable nothing that is known stands against it
     * @param line yuan per person and year; null where none is set
     * @param obstacle code of why nothing can be answered; null where it can
     */
    record Candidate(
            UUID householdId,
            String areaCode,
            int episode,
            ObjectType type,
            List<String> risks,
            LocalDate includedOn,
            RemovalMethod method,
            boolean proposable,
            BigDecimal line,
            String obstacle,
            List<Criterion.Explained> criteria) {}

    private final Journal journal;
    private final ObjectViews objects;
    private final RemovalInputs inputs;
    private final Policies policies;
    private final Lines lines;

    RemovalCandidates(Journal journal, ObjectViews objects, RemovalInputs inputs, Policies policies, Lines lines) {
        this.journal = journal;
        this.objects = objects;
        this.inputs = inputs;
        this.policies = policies;
        this.lines = lines;
    }

    /** A village's policy and line, or why it has none. @param line null: none is set */
    private record Village(PolicyTerms terms, BigDecimal line, Refused refused) {}

    /** In the order of household ids. @param on the day of the proposal */
    Uni<List<Candidate>> list(String scope, LocalDate on, UUID after, int limit) {
        return journal.read(session -> objects.active(session, scope, after, limit)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(List.<Candidate>of())
                        : villages(session, found, on).chain(villages -> inputs.known(
                                        session,
                                        found.stream()
                                                .map(ObjectViews.View::householdId)
                                                .toList())
                                .map(known -> found.stream()
                                        .map(object -> candidate(object, villages.get(object.areaCode()), known, on))
                                        .toList()))));
    }

    private Uni<Map<String, Village>> villages(StatelessSession session, List<ObjectViews.View> found, LocalDate on) {
        return Multi.createFrom()
                .iterable(found.stream()
                        .map(ObjectViews.View::areaCode)
                        .distinct()
                        .toList())
                .onItem()
                .transformToUniAndConcatenate(
                        area -> village(session, area, on).map(village -> Map.entry(area, village)))
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Uni<Village> village(StatelessSession session, String area, LocalDate on) {
        return policies.inForce(session, area, on)
                .chain(terms ->
                        lines.amount(session, terms, area, on).map(line -> new Village(terms, line.orElse(null), null)))
                .onFailure(Refused.class)
                .recoverWithItem(refused -> new Village(null, null, refused));
    }

    private static Candidate candidate(
            ObjectViews.View object, Village village, RemovalInputs.Known known, LocalDate on) {
        if (village.refused() != null) return obstacle(object, village.refused());
        try {
            return candidate(object, village.terms(), RemovalInputs.facts(object, village.line(), known), on);
        } catch (Refused refused) {
            return obstacle(object, refused);
        }
    }

    private static Candidate obstacle(ObjectViews.View object, Refused refused) {
        return candidate(object, null, refused.reason().name(), false, null, List.of());
    }

    private static Candidate candidate(ObjectViews.View object, PolicyTerms terms, RemovalFacts known, LocalDate on) {
        var method = known.ended() ? RemovalMethod.NATURAL : RemovalMethod.ASSISTED;
        var command = new Propose(object.householdId(), object.areaCode(), method, null, List.of(), on, terms, known);
        var answers = Proposals.answers(command);
        var proposable = Criteria.failed(answers, false).isEmpty() && !on.isBefore(object.includedOn());
        return candidate(object, method, null, proposable, known.line(), answers);
    }

    private static Candidate candidate(
            ObjectViews.View o,
            RemovalMethod method,
            String obstacle,
            boolean proposable,
            BigDecimal line,
            List<Criterion.Answer> answers) {
        return new Candidate(
                o.householdId(),
                o.areaCode(),
                o.episode(),
                o.type(),
                o.risks(),
                o.includedOn(),
                method,
                proposable,
                line,
                obstacle,
                Criterion.Explained.of(answers));
    }
}
