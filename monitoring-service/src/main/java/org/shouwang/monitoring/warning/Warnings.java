package org.shouwang.monitoring.warning;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.monitoring.Department;
import org.shouwang.monitoring.clue.ClueCommand.TurnToWarning;
import org.shouwang.monitoring.clue.Clues;
import org.shouwang.monitoring.facts.Facts;
import org.shouwang.monitoring.line.Lines;
import org.shouwang.monitoring.object.Grade;
import org.shouwang.monitoring.object.GradeTrigger;
import org.shouwang.monitoring.object.MonitoredObject;
import org.shouwang.monitoring.object.ObjectCommand.Assess;
import org.shouwang.monitoring.object.ObjectRefusal;
import org.shouwang.monitoring.object.Objects;
import org.shouwang.monitoring.policy.Policies;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.warning.Warning.*;
import org.shouwang.monitoring.warning.WarningCommand.*;

/** All warnings, and what they do to the household that they are about. */
@Singleton
public class Warnings extends Streams<WarningCommand, Warning, WarningEvent> {

    /** What is raised, apart from what is looked up. @param clueId of the clue that it answers; may be null */
    public record Call(
            UUID household,
            WarningItem item,
            WarningLevel level,
            WarningSource source,
            String text,
            LocalDate raisedOn,
            UUID clueId) {}

    private final Journal journal;
    private final Objects objects;
    private final Policies policies;
    private final Facts facts;
    private final Lines lines;
    private final Clues clues;

    Warnings(
            Journal journal,
            @All List<Projection<WarningEvent>> projections,
            Objects objects,
            Policies policies,
            Facts facts,
            Lines lines,
            Clues clues) {
        super(journal, "warning", new WarningDecider(), new EventCatalog<>(WarningEvent.class), projections);
        this.journal = journal;
        this.objects = objects;
        this.policies = policies;
        this.facts = facts;
        this.lines = lines;
        this.clues = clues;
    }

    @Override
    protected String area(Warning state) {
        return state instanceof Known w ? w.raised().areaCode() : null;
    }

    @Override
    protected UUID subject(UUID stream, Warning state) {
        return state instanceof Known w ? w.raised().householdId() : stream;
    }

    /** Raises inside a transaction that is open, and answers the clue that it cites. */
    public Uni<Outcome> raise(
            StatelessSession session, UUID id, Call call, PolicyTerms terms, Cause cause, OptionalLong expected) {
        return facts.hold(session, call.household())
                .chain(() -> objects.load(session, call.household()))
                .chain(object -> object.version() == 0
                        ? Uni.createFrom().failure(new Refused(ObjectRefusal.NOT_AN_OBJECT))
                        : handle(
                                session,
                                id,
                                new Raise(
                                        call.household(),
                                        object.state(),
                                        call.item(),
                                        call.level() == null ? WarningLevel.highest(terms.regime()) : call.level(),
                                        call.source(),
                                        call.text(),
                                        call.raisedOn(),
                                        terms,
                                        call.clueId()),
                                cause.under(terms.ref()),
                                expected))
                .chain(outcome -> call.clueId() == null || !outcome.created()
                        ? Uni.createFrom().item(outcome)
                        : clues.handle(
                                        session,
                                        call.clueId(),
                                        new TurnToWarning(
                                                id, call.household(), call.raisedOn(), Department.of(cause.actor())),
                                        cause.under(terms.ref()),
                                        OptionalLong.empty())
                                .replaceWith(outcome));
    }

    /** Annotates; under the 2020 plan a red warning makes the household red. */
    Uni<Outcome> annotate(UUID id, String platformNo, LocalDate on, Cause cause, OptionalLong expected) {
        return within(expected, session -> load(session, id)
                .chain(warning -> warning.state() instanceof Known w
                        ? objects.load(session, w.raised().householdId())
                                .chain(object -> handle(
                                        session, id, new Annotate(platformNo, on, object.state()), cause, expected))
                                .chain(outcome ->
                                        w.raised().level() == WarningLevel.RED && outcome.version() > warning.version()
                                                ? redden(session, w, on, cause).replaceWith(outcome)
                                                : Uni.createFrom().item(outcome))
                        : Uni.createFrom().failure(new Refused(WarningRefusal.WARNING_UNKNOWN))));
    }

    /** The household that a warning is about, as it stands now. */
    public Uni<MonitoredObject> object(StatelessSession session, Known w) {
        return objects.load(session, w.householdId()).map(current -> current.state());
    }

    /** What may show that a warning is solved on a day, apart from checks and measures. @param statement cited; may be null */
    Uni<Recheck> recheck(StatelessSession session, Known w, UUID statement, LocalDate day) {
        return facts.income(session, w.householdId(), statement).chain(income -> (income == null
                        ? Uni.createFrom().item(Optional.<BigDecimal>empty())
                        : policies.inForce(session, w.areaCode(), day)
                                .chain(terms -> lines.amount(session, terms, w.areaCode(), day)))
                .chain(line -> visit(session, w, day).map(visit -> new Recheck(income, line.orElse(null), visit))));
    }

    /** The last visit that spoke of the item counts, whatever it found. */
    private static Uni<LocalDate> visit(StatelessSession session, Known w, LocalDate day) {
        return Sql.rows(
                        session,
                        """
                        select visited_on, case when $5::text = 'EMPLOYMENT' then work = 'STABLE' else $5::text = any(string_to_array(solved, ',')) end
                        from monthly_check where household = $1 and episode = $2 and visited_on between $3 and $4
                          and case when $5::text = 'EMPLOYMENT' then work is not null else solved is not null end
                        order by visited_on desc limit 1
                        """,
                        w.householdId(),
                        w.episode(),
                        w.since(),
                        day,
                        w.raised().item().name())
                .map(rows -> rows.stream()
                        .filter(r -> (Boolean) r[1])
                        .map(r -> (LocalDate) r[0])
                        .findFirst()
                        .orElse(null));
    }

    private Uni<Outcome> redden(StatelessSession session, Known w, LocalDate on, Cause cause) {
        var assess = new Assess(
                Grade.RED,
                GradeTrigger.valueOf(w.raised().source().name()),
                "WARNING_" + w.raised().item(),
                on,
                0);
        return policies.inForce(session, w.areaCode(), on)
                .chain(terms -> objects.handle(
                        session, w.householdId(), assess, cause.under(terms.ref()), OptionalLong.empty()));
    }

    /** One transaction, tried again after a lost race unless the caller expects a version. */
    <T> Uni<T> within(OptionalLong expected, java.util.function.Function<StatelessSession, Uni<T>> work) {
        return expected.isPresent() ? journal.once(work) : journal.transaction(work);
    }
}
