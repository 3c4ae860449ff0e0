package org.shouwang.monitoring.removal;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
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

    RemovalCandidates(Journal journal, ObjectViews objects, RemovalInputs inputs, Policies policies) {
        this.journal = journal;
        this.objects = objects;
        this.inputs = inputs;
        this.policies = policies;
    }

    /** In the order of household ids. @param on the day of the proposal */
    Uni<List<Candidate>> list(String scope, LocalDate on, UUID after, int limit) {
        return journal.read(
                session -> objects.active(session, scope, after, limit).chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(object -> candidate(session, object, on))
                        .collect()
                        .asList()));
    }

    private Uni<Candidate> candidate(StatelessSession session, ObjectViews.View object, LocalDate on) {
        return policies.inForce(session, object.areaCode(), on)
                .chain(terms ->
                        inputs.facts(session, object, terms, on).map(known -> candidate(object, terms, known, on)))
                .onFailure(Refused.class)
                .recoverWithItem(
                        refused -> candidate(object, null, refused.reason().name(), false, null, List.of()));
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
