package org.shouwang.monitoring.quarterly;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Minutes;
import org.shouwang.monitoring.clue.ClueCommand.Receive;
import org.shouwang.monitoring.clue.ClueSource;
import org.shouwang.monitoring.clue.Clues;
import org.shouwang.monitoring.facts.Facts;
import org.shouwang.monitoring.identification.CaseCommand.NoteNoRisk;
import org.shouwang.monitoring.identification.Cases;
import org.shouwang.monitoring.identification.WatchList;
import org.shouwang.monitoring.object.RiskCode;
import org.shouwang.monitoring.policy.Policies;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.quarterly.QuarterlyCommand.Named;
import org.shouwang.monitoring.quarterly.QuarterlyCommand.Review;

/** The quarterly reviews of all villages, one stream per village and month. */
@Singleton
class QuarterlyReviews extends Streams<QuarterlyCommand, QuarterlyReview, QuarterlyEvent> {

    /** A review as it was handed in. */
    record Call(
            String areaCode,
            YearMonth month,
            Minutes minutes,
            List<CategoryCount> counts,
            int householdsChecked,
            int householdsWithoutRisk,
            List<DocumentRef> documents,
            List<AtRisk> atRisk) {

        private Review under(PolicyTerms terms, List<Named> named) {
            var review = terms.quarterlyReview();
            var needed = review == null || review.documents() == null ? List.<String>of() : review.documents();
            return new Review(
                    areaCode,
                    month,
                    minutes,
                    counts,
                    householdsChecked,
                    householdsWithoutRisk,
                    documents,
                    named,
                    needed);
        }
    }

    private final Journal journal;
    private final Policies policies;
    private final Facts facts;
    private final Clues clues;
    private final Cases cases;

    QuarterlyReviews(
            Journal journal,
            @All List<Projection<QuarterlyEvent>> projections,
            Policies policies,
            Facts facts,
            Clues clues,
            Cases cases) {
        super(journal, "quarterly", new QuarterlyDecider(), new EventCatalog<>(QuarterlyEvent.class), projections);
        this.journal = journal;
        this.policies = policies;
        this.facts = facts;
        this.clues = clues;
        this.cases = cases;
    }

    @Override
    protected String area(QuarterlyReview state) {
        return state.recorded() == null ? null : state.recorded().areaCode();
    }

    /**
     * Recorded under the policy of the day on which it was held. In the same moment each household at risk becomes a clue, and those of the
     * watch list that are not at risk have been looked at again.
     */
    Uni<Outcome> review(Call call, Cause cause, OptionalLong expected) {
        var heldOn = call.minutes().heldOn();
        var day = heldOn == null ? call.month().atDay(1) : heldOn;
        Function<StatelessSession, Uni<Outcome>> work = session -> policies.inForce(session, call.areaCode(), day)
                .chain(terms -> named(session, call.atRisk(), cause)
                        .chain(named -> handle(
                                session,
                                stream(call.areaCode(), call.month()),
                                call.under(terms, named),
                                cause.under(terms.ref()),
                                expected))
                        .chain(outcome -> !outcome.created()
                                ? Uni.createFrom().item(outcome)
                                : suspected(session, call, terms, cause)
                                        .chain(() -> lookedAt(session, call, cause))
                                        .replaceWith(outcome)));
        return expected.isPresent() ? journal.once(work) : journal.transaction(work);
    }

    private Uni<List<Named>> named(StatelessSession session, List<AtRisk> atRisk, Cause cause) {
        return each(
                atRisk.stream()
                        .sorted(Comparator.comparing(AtRisk::householdId))
                        .toList(),
                found -> facts.held(session, found.householdId(), cause.actor())
                        .map(known -> new Named(found, known.areaCode(), known.endedOn())));
    }

    private Uni<?> suspected(StatelessSession session, Call call, PolicyTerms terms, Cause cause) {
        return each(
                call.atRisk(),
                found -> clues.handle(
                        session,
                        clue(call, found.householdId()),
                        new Receive(
                                found.householdId(),
                                call.areaCode(),
                                ClueSource.CADRE_SWEEP,
                                text(found),
                                call.minutes().heldOn(),
                                null,
                                null,
                                null,
                                List.of(),
                                terms,
                                null),
                        cause.under(terms.ref()),
                        OptionalLong.empty()));
    }

    private Uni<?> lookedAt(StatelessSession session, Call call, Cause cause) {
        var atRisk = call.atRisk().stream().map(AtRisk::householdId).collect(Collectors.toSet());
        return WatchList.in(session, call.areaCode())
                .chain(watched -> each(
                        watched.stream()
                                .filter(w -> !atRisk.contains(w.householdId()))
                                .toList(),
                        w -> cases.load(session, w.caseId())
                                .chain(found -> cases.handle(
                                        session,
                                        w.caseId(),
                                        new NoteNoRisk(call.minutes().heldOn(), null),
                                        cause.under(found.state().terms().ref()),
                                        OptionalLong.empty()))));
    }

    private static <T, R> Uni<List<R>> each(List<T> items, Function<T, Uni<? extends R>> step) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .<R>transformToUniAndConcatenate(step)
                .collect()
                .asList();
    }

    private static String text(AtRisk found) {
        var risks = found.risks().stream().map(RiskCode::zh).collect(Collectors.joining("、"));
        return "季度排查会议列为有风险：" + risks + (found.note() == null ? "" : "（" + found.note() + "）");
    }

    private static UUID clue(Call call, UUID household) {
        return UUID.nameUUIDFromBytes(("quarterly-clue/" + call.areaCode() + "/" + call.month() + "/" + household)
                .getBytes(StandardCharsets.UTF_8));
    }

    static UUID stream(String areaCode, YearMonth month) {
        return UUID.nameUUIDFromBytes(("quarterly/" + areaCode + "/" + month).getBytes(StandardCharsets.UTF_8));
    }
}
