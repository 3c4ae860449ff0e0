package org.shouwang.monitoring.patrol;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Refusal;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.monitoring.Roles;
import org.shouwang.monitoring.check.CheckMethod;
import org.shouwang.monitoring.clue.ClueCommand.Receive;
import org.shouwang.monitoring.clue.ClueSource;
import org.shouwang.monitoring.clue.Clues;
import org.shouwang.monitoring.facts.Facts;
import org.shouwang.monitoring.facts.GridFacts;
import org.shouwang.monitoring.patrol.PatrolCommand.Correct;
import org.shouwang.monitoring.patrol.PatrolCommand.Report;
import org.shouwang.monitoring.patrol.PatrolEvent.PatrolMade;
import org.shouwang.monitoring.policy.Policies;

/** All patrols, a stream each; a risk that one comes across becomes a clue in the same moment. */
@Singleton
class Patrols extends Streams<PatrolCommand, Patrol, PatrolEvent> {

    /** A patrol as it was handed in. */
    record Call(
            UUID householdId, LocalDate visitedOn, String visitor, CheckMethod method, List<PatrolFinding> findings) {}

    private final Journal journal;
    private final Facts facts;
    private final GridFacts grids;
    private final Clues clues;
    private final Policies policies;

    Patrols(
            Journal journal,
            @All List<Projection<PatrolEvent>> projections,
            Facts facts,
            GridFacts grids,
            Clues clues,
            Policies policies) {
        super(journal, "patrol", new PatrolDecider(), new EventCatalog<>(PatrolEvent.class), projections);
        this.journal = journal;
        this.facts = facts;
        this.grids = grids;
        this.clues = clues;
        this.policies = policies;
    }

    @Override
    protected String area(Patrol state) {
        return state.made() == null ? null : state.made().areaCode();
    }

    @Override
    protected UUID subject(UUID stream, Patrol state) {
        return state.made() == null ? stream : state.made().householdId();
    }

    Uni<Outcome> report(UUID id, Call call, Cause cause, OptionalLong expected) {
        return written(id, (session, _) -> command(session, clue(id.toString()), call, cause), cause, expected);
    }

    /** What a patrol should have said. A risk that it did not tell of before becomes a clue; a clue that it was is not taken back. */
    Uni<Outcome> correct(UUID id, Call call, UUID corrects, String reason, Cause cause, OptionalLong expected) {
        return written(
                id,
                (session, before) -> events(session, id)
                        .chain(events -> command(session, clue(id, corrects, before), call, cause)
                                .invoke(report -> {
                                    if (report.visitedOn().isAfter(cause.occurredOn()))
                                        throw new Refused(
                                                Refusal.DATE_IN_FUTURE,
                                                report.visitedOn().toString());
                                })
                                .map(report -> new Correct(
                                        corrects,
                                        events.isEmpty()
                                                ? null
                                                : events.getLast().envelope().id(),
                                        reason,
                                        report))),
                cause,
                expected);
    }

    private Uni<Outcome> written(
            UUID id,
            BiFunction<StatelessSession, Patrol, Uni<? extends PatrolCommand>> command,
            Cause cause,
            OptionalLong expected) {
        Function<StatelessSession, Uni<Outcome>> work =
                session -> load(session, id).chain(before -> command.apply(session, before.state())
                        .chain(asked -> handle(session, id, asked, cause, expected))
                        .chain(outcome -> outcome.version() == before.version()
                                ? Uni.createFrom().item(outcome)
                                : load(session, id)
                                        .chain(after -> suspect(
                                                session,
                                                before.state().made(),
                                                after.state().made(),
                                                cause))
                                        .replaceWith(outcome)));
        return expected.isPresent() ? journal.once(work) : journal.transaction(work);
    }

    private Uni<Report> command(StatelessSession session, UUID clue, Call call, Cause cause) {
        var actor = cause.actor();
        return facts.held(session, call.householdId(), actor)
                .chain(() -> grids.place(session, call.householdId(), call.visitedOn()))
                .map(found -> found.orElse(null))
                .chain(place -> (place == null || place.grid() == null
                                ? Uni.createFrom().item(List.<String>of())
                                : grids.carers(session, place.grid(), call.visitedOn()))
                        .map(carers -> new Report(
                                call.householdId(),
                                place,
                                call.visitedOn(),
                                call.visitor() == null ? actor.user() : call.visitor(),
                                call.method(),
                                call.findings(),
                                carers,
                                Roles.GRID_MEMBER.equals(actor.role()) ? actor.user() : null,
                                clue)));
    }

    private Uni<?> suspect(StatelessSession session, PatrolMade before, PatrolMade made, Cause cause) {
        if (made.clueId() == null || before != null && made.clueId().equals(before.clueId()))
            return Uni.createFrom().nullItem();
        var text = made.findings().stream()
                .filter(f -> f.kind() == FindingKind.RISK)
                .map(PatrolFinding::text)
                .collect(Collectors.joining("；"));
        return policies.inForce(session, made.areaCode(), made.visitedOn())
                .chain(terms -> clues.handle(
                        session,
                        made.clueId(),
                        new Receive(
                                made.householdId(),
                                made.areaCode(),
                                ClueSource.GRID_PATROL,
                                text,
                                made.visitedOn(),
                                null,
                                null,
                                null,
                                List.of(),
                                terms,
                                null),
                        cause.under(terms.ref()),
                        OptionalLong.empty()));
    }

    private static UUID clue(String of) {
        return UUID.nameUUIDFromBytes(("patrol-clue/" + of).getBytes(StandardCharsets.UTF_8));
    }

    /** The one that it was already, or one of the correction's own. */
    private static UUID clue(UUID patrol, UUID corrects, Patrol before) {
        return before.made() != null && before.made().clueId() != null
                ? before.made().clueId()
                : clue(patrol + "/" + corrects);
    }
}
