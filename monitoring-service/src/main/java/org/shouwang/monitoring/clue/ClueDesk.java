package org.shouwang.monitoring.clue;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Streams.Outcome;
import org.shouwang.monitoring.Department;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.clue.ClueCommand.*;
import org.shouwang.monitoring.facts.Facts;
import org.shouwang.monitoring.facts.HouseholdFact;
import org.shouwang.monitoring.facts.IncomeWindow;
import org.shouwang.monitoring.policy.Policies;
import org.shouwang.monitoring.policy.PolicyTerms;

/** Receives clues and answers them, each under the policy of its place and day. */
@Singleton
class ClueDesk {

    record Report(
            UUID householdId,
            String areaCode,
            ClueSource source,
            String text,
            LocalDate receivedOn,
            UUID declarant,
            String agent,
            List<DocumentRef> documents,
            Channel channel) {}

    /** @param household null: none is named */
    private record Place(String area, LocalDate endedOn, HouseholdFact household) {

        /** Of a household that is not named nobody can tell who belongs to it. */
        Declarant declarant(UUID member) {
            return member == null ? null : new Declarant(member, household == null || household.has(member));
        }
    }

    private final Journal journal;
    private final Clues clues;
    private final Facts facts;
    private final Policies policies;

    ClueDesk(Journal journal, Clues clues, Facts facts, Policies policies) {
        this.journal = journal;
        this.clues = clues;
        this.facts = facts;
        this.policies = policies;
    }

    Uni<Outcome> receive(UUID id, Report report, Cause cause, OptionalLong expected) {
        return run(expected, session -> place(session, report, cause)
                .chain(place -> policies.inForce(session, place.area(), report.receivedOn())
                        .chain(terms -> clues.handle(
                                session,
                                id,
                                new Receive(
                                        report.householdId(),
                                        place.area(),
                                        report.source(),
                                        report.text(),
                                        report.receivedOn(),
                                        place.declarant(report.declarant()),
                                        report.agent(),
                                        receiptNo(id, report.receivedOn()),
                                        report.documents(),
                                        terms,
                                        place.endedOn(),
                                        report.channel()),
                                cause.under(terms.ref()),
                                expected))));
    }

    Uni<Outcome> answer(
            UUID id,
            ClueResult result,
            LocalDate on,
            String reason,
            UUID statementId,
            Cause cause,
            OptionalLong expected) {
        var actor = cause.actor();
        var dept = Department.of(actor);
        return known(id, cause, expected, (session, clue, terms) -> facts.income(session, clue.household(), statementId)
                .map(statement -> new Answer(
                        result,
                        on,
                        reason,
                        statement,
                        IncomeWindow.of(terms, clue.receivedOn(), on),
                        terms.review().shortestReason(),
                        dept)));
    }

    Uni<Outcome> dispatch(UUID id, List<String> team, LocalDate on, Cause cause, OptionalLong expected) {
        return known(id, cause, expected, (_, _, _) -> Uni.createFrom().item(new Dispatch(team, on)));
    }

    Uni<Outcome> handOver(UUID id, String dept, String reason, LocalDate on, Cause cause, OptionalLong expected) {
        return known(id, cause, expected, (_, _, terms) -> Uni.createFrom()
                .item(new HandOver(dept, reason, on, terms.review().shortestReason())));
    }

    Uni<Outcome> merge(UUID id, UUID into, String reason, LocalDate on, Cause cause, OptionalLong expected) {
        if (id.equals(into)) return Uni.createFrom().failure(new Refused(ClueRefusal.CLUE_OF_ITSELF));
        return known(id, cause, expected, (session, _, terms) -> clues.load(session, into)
                .map(other -> new Merge(
                        into,
                        reached(other.state(), cause),
                        on,
                        reason,
                        terms.review().shortestReason())));
    }

    /** Another clue as the actor may know it. */
    private static Clue reached(Clue other, Cause cause) {
        return other.areaCode() != null && cause.actor().reaches(other.areaCode()) ? other : new Clue.Unknown();
    }

    @FunctionalInterface
    private interface Asking {
        Uni<? extends ClueCommand> of(StatelessSession session, Clue clue, PolicyTerms terms);
    }

    /** A command about a clue that is there, under the policy of the day on which it came. */
    private Uni<Outcome> known(UUID id, Cause cause, OptionalLong expected, Asking asking) {
        return run(expected, session -> clues.load(session, id).chain(current -> {
            var clue = current.state();
            if (current.version() == 0 || !cause.actor().reaches(clue.areaCode()))
                return Uni.createFrom().failure(new Refused(ClueRefusal.CLUE_UNKNOWN));
            return policies.inForce(session, clue.areaCode(), clue.receivedOn())
                    .chain(terms -> asking.of(session, clue, terms)
                            .chain(command -> clues.handle(session, id, command, cause.under(terms.ref()), expected)));
        }));
    }

    private Uni<Place> place(StatelessSession session, Report report, Cause cause) {
        if (report.householdId() != null)
            return facts.held(session, report.householdId(), cause.actor())
                    .map(h -> new Place(h.areaCode(), h.endedOn(), h));
        return report.areaCode() == null || !report.areaCode().matches("[0-9]{12}")
                ? Uni.createFrom().failure(new Refused(ClueRefusal.AREA_REQUIRED))
                : Uni.createFrom().item(new Place(report.areaCode(), null, null));
    }

    private static String receiptNo(UUID id, LocalDate receivedOn) {
        return "SB" + receivedOn.toString().replace("-", "") + "-"
                + id.toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    private Uni<Outcome> run(OptionalLong expected, Function<StatelessSession, Uni<Outcome>> work) {
        return expected.isPresent() ? journal.once(work) : journal.transaction(work);
    }
}
