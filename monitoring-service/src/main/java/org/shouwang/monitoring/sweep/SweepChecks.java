package org.shouwang.monitoring.sweep;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.monitoring.clue.ClueCommand.Receive;
import org.shouwang.monitoring.clue.ClueSource;
import org.shouwang.monitoring.clue.Clues;
import org.shouwang.monitoring.facts.Facts;
import org.shouwang.monitoring.facts.IncomeWindow;
import org.shouwang.monitoring.identification.CaseCommand.NoteNoRisk;
import org.shouwang.monitoring.identification.Cases;
import org.shouwang.monitoring.identification.WatchList;
import org.shouwang.monitoring.policy.Policies;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.succession.FormerCodes;
import org.shouwang.monitoring.sweep.SweepCheckCommand.CheckHousehold;
import org.shouwang.monitoring.sweep.SweepCheckEvent.SweepHouseholdChecked;

/** The households of all sweeps, a stream each; a suspicion becomes a clue in the same moment. */
@Singleton
class SweepChecks extends Streams<SweepCheckCommand, SweepCheck, SweepCheckEvent> {

    private final Journal journal;
    private final FocusedSweeps sweeps;
    private final Facts facts;
    private final Clues clues;
    private final Policies policies;
    private final Cases cases;

    SweepChecks(
            Journal journal,
            @All List<Projection<SweepCheckEvent>> projections,
            FocusedSweeps sweeps,
            Facts facts,
            Clues clues,
            Policies policies,
            Cases cases) {
        super(journal, "sweep-check", new SweepCheckDecider(), new EventCatalog<>(SweepCheckEvent.class), projections);
        this.journal = journal;
        this.sweeps = sweeps;
        this.facts = facts;
        this.clues = clues;
        this.policies = policies;
        this.cases = cases;
    }

    @Override
    protected String area(SweepCheck state) {
        return state.last() == null ? null : state.last().areaCode();
    }

    @Override
    protected UUID subject(UUID stream, SweepCheck state) {
        return state.last() == null ? stream : state.last().householdId();
    }

    Uni<Outcome> check(
            UUID sweep,
            UUID household,
            SweepResult result,
            LocalDate on,
            String note,
            UUID statement,
            UUID safeguards,
            Cause cause,
            OptionalLong expected) {
        var id = derived("sweep-check/" + sweep + "/" + household);
        var clue = derived("sweep-clue/" + sweep + "/" + household);
        Function<StatelessSession, Uni<Outcome>> work =
                session -> load(session, id).chain(before -> command(
                                session, sweep, household, result, on, note, statement, safeguards, clue, cause)
                        .chain(command -> handle(session, id, command, cause, expected))
                        .chain(outcome -> outcome.version() == before.version()
                                ? Uni.createFrom().item(outcome)
                                : load(session, id)
                                        .chain(after -> suspect(
                                                        session, after.state().last(), cause)
                                                .chain(() -> lookedAt(
                                                        session, after.state().last(), cause)))
                                        .replaceWith(outcome)));
        return expected.isPresent() ? journal.once(work) : journal.transaction(work);
    }

    private Uni<CheckHousehold> command(
            StatelessSession session,
            UUID sweep,
            UUID household,
            SweepResult result,
            LocalDate on,
            String note,
            UUID statement,
            UUID safeguards,
            UUID clue,
            Cause cause) {
        return sweeps.load(session, sweep).chain(found -> facts.held(session, household, cause.actor())
                .chain(known -> facts.income(session, household, statement)
                        .chain(income -> facts.safeguards(session, household, safeguards)
                                .chain(met -> former(session, household, found.state())
                                        .chain(former -> policies.holding(session, known.areaCode(), on)
                                                .map(terms -> new CheckHousehold(
                                                        sweep,
                                                        found.state(),
                                                        known,
                                                        former,
                                                        result,
                                                        on,
                                                        note,
                                                        income,
                                                        met,
                                                        asked(terms),
                                                        window(terms, found.state(), on),
                                                        clue)))))));
    }

    private static Uni<List<String>> former(StatelessSession session, UUID household, FocusedSweep sweep) {
        return sweep instanceof FocusedSweep.Running running
                ? FormerCodes.since(session, household, running.started().from())
                : Uni.createFrom().item(List.of());
    }

    /** From the month in which the sweep began to that of the visit. */
    private static IncomeWindow window(List<PolicyTerms> holding, FocusedSweep sweep, LocalDate on) {
        return holding.isEmpty() || !(sweep instanceof FocusedSweep.Running running)
                ? null
                : IncomeWindow.of(holding.getFirst(), running.started().from(), on);
    }

    private static List<String> asked(List<PolicyTerms> holding) {
        return holding.isEmpty() || holding.getFirst().monitoring() == null
                ? null
                : holding.getFirst().monitoring().sweepIncome();
    }

    /** A household that was not included is looked at again wherever a sweep finds it without a risk. */
    private Uni<?> lookedAt(StatelessSession session, SweepHouseholdChecked checked, Cause cause) {
        if (checked.result() != SweepResult.NO_RISK) return Uni.createFrom().nullItem();
        return WatchList.caseOf(session, checked.householdId())
                .chain(id -> id == null
                        ? Uni.createFrom().nullItem()
                        : cases.load(session, id)
                                .chain(found -> cases.handle(
                                        session,
                                        id,
                                        new NoteNoRisk(checked.checkedOn(), checked.incomeStatementId()),
                                        cause.under(found.state().terms().ref()),
                                        OptionalLong.empty())));
    }

    private Uni<?> suspect(StatelessSession session, SweepHouseholdChecked checked, Cause cause) {
        if (checked.clueId() == null) return Uni.createFrom().nullItem();
        return policies.inForce(session, checked.areaCode(), checked.checkedOn())
                .chain(terms -> clues.handle(
                        session,
                        checked.clueId(),
                        new Receive(
                                checked.householdId(),
                                checked.areaCode(),
                                ClueSource.FOCUSED_SWEEP,
                                checked.note(),
                                checked.checkedOn(),
                                null,
                                null,
                                null,
                                List.of(),
                                terms,
                                null),
                        cause.under(terms.ref()),
                        OptionalLong.empty()));
    }

    private static UUID derived(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
