package org.shouwang.monitoring.identification;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Streams.Outcome;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Guard;
import org.shouwang.monitoring.clue.Clue;
import org.shouwang.monitoring.clue.ClueCommand;
import org.shouwang.monitoring.clue.ClueRefusal;
import org.shouwang.monitoring.clue.ClueSource;
import org.shouwang.monitoring.clue.Clues;
import org.shouwang.monitoring.facts.Facts;
import org.shouwang.monitoring.facts.HouseholdFact;
import org.shouwang.monitoring.identification.IdentificationCase.Included;
import org.shouwang.monitoring.identification.IdentificationCase.Open;
import org.shouwang.monitoring.identification.IdentificationCase.Rejected;
import org.shouwang.monitoring.identification.IdentificationCase.Unknown;
import org.shouwang.monitoring.object.ObjectCommand;
import org.shouwang.monitoring.object.Objects;
import org.shouwang.monitoring.policy.Policies;

/**
 * Carries a request through a case: gathers what is known, decides under the case's own policy, and in the same transaction lets the
 * clues be answered, the household become an object, its entry be noted.
 */
@Singleton
class CaseDesk {

    /** What the opening of a case asks for. */
    record Opening(
            UUID householdId,
            List<UUID> clueIds,
            ClueSource channel,
            LocalDate openedOn,
            boolean greenChannel,
            String greenReason,
            List<DocumentRef> documents) {}

    private record Heard(UUID id, Clue clue) {}

    private final Journal journal;
    private final Cases cases;
    private final CaseTable table;
    private final Clues clues;
    private final Objects objects;
    private final Facts facts;
    private final Policies policies;

    CaseDesk(
            Journal journal,
            Cases cases,
            CaseTable table,
            Clues clues,
            Objects objects,
            Facts facts,
            Policies policies) {
        this.journal = journal;
        this.cases = cases;
        this.table = table;
        this.clues = clues;
        this.objects = objects;
        this.facts = facts;
        this.policies = policies;
    }

    Uni<Outcome> open(UUID id, Opening opening, Cause cause, OptionalLong expected) {
        return run(expected, session -> facts.held(session, opening.householdId(), cause.actor())
                .chain(household -> CaseTable.lock(session, opening.householdId())
                        .chain(() -> heard(session, opening.clueIds()))
                        .chain(heard -> open(session, id, opening, household, heard, cause, expected))));
    }

    private Uni<Outcome> open(
            StatelessSession session,
            UUID id,
            Opening opening,
            HouseholdFact household,
            List<Heard> heard,
            Cause cause,
            OptionalLong expected) {
        var clueOn = heard.stream()
                .map(h -> h.clue().receivedOn())
                .min(LocalDate::compareTo)
                .orElse(opening.openedOn());
        var documents = new ArrayList<>(opening.documents());
        heard.forEach(h -> documents.addAll(h.clue().documents()));
        return policies.inForce(session, household.areaCode(), clueOn).chain(terms -> {
            var under = cause.under(terms.ref());
            return table.openCase(session, household.id(), id)
                    .chain(other -> objects.load(session, household.id())
                            .map(object -> new CaseCommand.Open(
                                    household.id(),
                                    household.areaCode(),
                                    opening.clueIds(),
                                    opening.channel(),
                                    clueOn,
                                    opening.openedOn(),
                                    opening.greenChannel(),
                                    opening.greenReason(),
                                    documents.stream().distinct().toList(),
                                    other,
                                    object.state().watched(),
                                    object.state().current() == null
                                            ? null
                                            : object.state().current().number(),
                                    household.endedOn(),
                                    terms,
                                    heard.stream()
                                            .map(h -> h.clue().clue().source())
                                            .distinct()
                                            .toList())))
                    .chain(command -> cases.handle(session, id, command, under, expected))
                    .chain(outcome -> !outcome.created()
                            ? Uni.createFrom().item(outcome)
                            : Multi.createFrom()
                                    .iterable(heard)
                                    .onItem()
                                    .transformToUniAndConcatenate(h -> clues.handle(
                                            session,
                                            h.id(),
                                            new ClueCommand.TakeUp(id, household.id(), opening.openedOn()),
                                            under,
                                            OptionalLong.empty()))
                                    .collect()
                                    .asList()
                                    .replaceWith(outcome));
        });
    }

    /** One step of a case. @param make the command, from what is known and how far the case has come */
    Uni<Outcome> step(
            UUID id,
            Cause cause,
            OptionalLong expected,
            BiFunction<StatelessSession, IdentificationCase, Uni<CaseCommand>> make) {
        return run(expected, session -> cases.load(session, id).chain(current -> {
            var before = current.state();
            if (before instanceof Unknown) return Uni.createFrom().failure(new Refused(CaseRefusal.CASE_UNKNOWN));
            var under = cause.under(before.terms().ref());
            return reached(cause, before.areaCode())
                    .chain(() -> make.apply(session, before))
                    .chain(command -> cases.handle(session, id, command, under, expected))
                    .chain(outcome -> cases.load(session, id)
                            .chain(after -> follow(session, id, before, after.state(), under))
                            .replaceWith(outcome));
        }));
    }

    private Uni<?> follow(
            StatelessSession session, UUID id, IdentificationCase before, IdentificationCase after, Cause cause) {
        if (after instanceof Rejected r) return suspected(session, before, r, cause);
        if (!(after instanceof Included now)) return Uni.createFrom().voidItem();
        var open = now.open();
        var determined = now.determined();
        if (before instanceof Open)
            return objects.handle(
                    session,
                    now.householdId(),
                    new ObjectCommand.Include(
                            id,
                            now.areaCode(),
                            determined.type(),
                            determined.risks(),
                            determined.grade(),
                            determined.perCapita(),
                            determined.line(),
                            determined.determinedOn(),
                            open.terms().planMaxDays(),
                            open.terms().measureMaxDays()),
                    cause,
                    OptionalLong.empty());
        if (before instanceof Included earlier && earlier.entry() == null && now.entry() != null)
            return objects.handle(
                    session,
                    now.householdId(),
                    new ObjectCommand.RecordNationalEntry(
                            now.entry().entryNo(), now.entry().enteredOn()),
                    cause,
                    OptionalLong.empty());
        return Uni.createFrom().voidItem();
    }

    /** A risk that was found on looking again becomes a clue in the same moment. */
    private Uni<?> suspected(StatelessSession session, IdentificationCase before, Rejected after, Cause cause) {
        var found = after.recheck();
        if (found == null || found.clueId() == null || before instanceof Rejected r && found.equals(r.recheck()))
            return Uni.createFrom().voidItem();
        return policies.inForce(session, after.areaCode(), found.on())
                .chain(terms -> clues.handle(
                        session,
                        found.clueId(),
                        new ClueCommand.Receive(
                                after.householdId(),
                                after.areaCode(),
                                ClueSource.LOOK_BACK,
                                found.note(),
                                found.on(),
                                null,
                                null,
                                null,
                                List.of(),
                                terms,
                                null),
                        cause.under(terms.ref()),
                        OptionalLong.empty()));
    }

    private Uni<List<Heard>> heard(StatelessSession session, List<UUID> ids) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(id -> clues.load(session, id)
                        .chain(clue -> clue.version() == 0
                                ? Uni.createFrom().<Heard>failure(new Refused(ClueRefusal.CLUE_UNKNOWN, id.toString()))
                                : Uni.createFrom().item(new Heard(id, clue.state()))))
                .collect()
                .asList();
    }

    private static Uni<Void> reached(Cause cause, String areaCode) {
        return cause.actor().reaches(areaCode)
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(new Refused(Guard.NOT_FOUND));
    }

    private Uni<Outcome> run(OptionalLong expected, Function<StatelessSession, Uni<Outcome>> work) {
        return expected.isPresent() ? journal.once(work) : journal.transaction(work);
    }
}
