package org.shouwang.monitoring.check;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Refusal;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.monitoring.check.CheckCommand.Correct;
import org.shouwang.monitoring.check.CheckCommand.Report;
import org.shouwang.monitoring.check.CheckEvent.MonthlyMonitoringDone;
import org.shouwang.monitoring.check.MonthlyCheck.Done;
import org.shouwang.monitoring.facts.Indicator;
import org.shouwang.monitoring.object.ObjectCommand.AddRisk;
import org.shouwang.monitoring.object.Objects;
import org.shouwang.monitoring.policy.Policies;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.warning.WarningCommand.Reopen;
import org.shouwang.monitoring.warning.WarningItem;
import org.shouwang.monitoring.warning.WarningSource;
import org.shouwang.monitoring.warning.WarningStage;
import org.shouwang.monitoring.warning.WarningViews;
import org.shouwang.monitoring.warning.Warnings;

/** The monitoring of all households, month by month; what a visit finds wanting raises its warning in the same moment. */
@Singleton
public class Checks extends Streams<CheckCommand, MonthlyCheck, CheckEvent> {

    private final Journal journal;
    private final Objects objects;
    private final Policies policies;
    private final Warnings warnings;
    private final WarningViews views;

    Checks(
            Journal journal,
            @All List<Projection<CheckEvent>> projections,
            Objects objects,
            Policies policies,
            Warnings warnings,
            WarningViews views) {
        super(journal, "check", new CheckDecider(), new EventCatalog<>(CheckEvent.class), projections);
        this.journal = journal;
        this.objects = objects;
        this.policies = policies;
        this.warnings = warnings;
        this.views = views;
    }

    /** The stream of one household's month. */
    public static UUID stream(UUID household, YearMonth month) {
        return UUID.nameUUIDFromBytes(("check/" + household + "/" + month).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected String area(MonthlyCheck state) {
        return switch (state) {
            case MonthlyCheck.Expected _ -> null;
            case MonthlyCheck.Missed s -> s.missed().areaCode();
            case Done s -> s.done().areaCode();
        };
    }

    @Override
    protected UUID subject(UUID stream, MonthlyCheck state) {
        return switch (state) {
            case MonthlyCheck.Expected _ -> stream;
            case MonthlyCheck.Missed s -> s.missed().householdId();
            case Done s -> s.done().householdId();
        };
    }

    /** Records a visit, raises or reopens the warnings that follow from it, and adds the risks it found, as far as there is room for them. */
    Uni<Outcome> report(
            UUID household,
            YearMonth month,
            Function<StatelessSession, Uni<Report>> report,
            Cause cause,
            OptionalLong expected) {
        return written(household, month, report, (_, as) -> Uni.createFrom().item(as), cause, expected);
    }

    /** Records what a visit should have said; warnings and risks follow from what it says more than before, none is taken back. */
    Uni<Outcome> correct(
            UUID household,
            YearMonth month,
            Function<StatelessSession, Uni<Report>> report,
            UUID corrects,
            String reason,
            Cause cause,
            OptionalLong expected) {
        return written(
                household,
                month,
                report,
                (session, as) -> events(session, stream(household, month))
                        .map(events -> new Correct(
                                corrects,
                                events.isEmpty()
                                        ? null
                                        : events.getLast().envelope().id(),
                                reason,
                                as)),
                cause,
                expected);
    }

    private Uni<Outcome> written(
            UUID household,
            YearMonth month,
            Function<StatelessSession, Uni<Report>> report,
            BiFunction<StatelessSession, Report, Uni<? extends CheckCommand>> command,
            Cause cause,
            OptionalLong expected) {
        var id = stream(household, month);
        Function<StatelessSession, Uni<Outcome>> work =
                session -> load(session, id).chain(before -> report.apply(session)
                        .invoke(as -> {
                            if (as.visitedOn().isAfter(cause.occurredOn()))
                                throw new Refused(
                                        Refusal.DATE_IN_FUTURE, as.visitedOn().toString());
                        })
                        .chain(as -> policies.under(
                                        session, cause, as.object().current().areaCode(), as.visitedOn())
                                .chain(under -> command.apply(session, as)
                                        .chain(asked -> handle(session, id, asked, under, expected))))
                        .chain(outcome -> outcome.version() == before.version()
                                ? Uni.createFrom().item(outcome)
                                : load(session, id)
                                        .chain(after -> follow(session, before.state(), after.state(), cause))
                                        .replaceWith(outcome)));
        return expected.isPresent() ? journal.once(work) : journal.transaction(work);
    }

    private Uni<?> follow(StatelessSession session, MonthlyCheck before, MonthlyCheck after, Cause cause) {
        if (!(after instanceof Done s)) return Uni.createFrom().nullItem();
        var done = s.done();
        var known = before instanceof Done b ? b.done() : null;
        var wanting = more(done.wanting(), known == null ? List.of() : known.wanting());
        return addRisks(session, done, more(done.added(), known == null ? List.of() : known.added()), cause)
                .chain(() -> wanting.isEmpty()
                        ? Uni.createFrom().nullItem()
                        : policies.inForce(session, done.areaCode(), done.visitedOn())
                                .chain(terms -> Multi.createFrom()
                                        .iterable(wanting)
                                        .onItem()
                                        .transformToUniAndConcatenate(
                                                indicator -> warn(session, done, indicator, terms, cause))
                                        .collect()
                                        .asList()));
    }

    private static <T> List<T> more(List<T> now, List<T> before) {
        return now.stream().filter(item -> !before.contains(item)).toList();
    }

    private Uni<?> addRisks(StatelessSession session, MonthlyMonitoringDone done, List<String> risks, Cause cause) {
        return Multi.createFrom()
                .iterable(risks)
                .onItem()
                .transformToUniAndConcatenate(risk -> objects.handle(
                        session,
                        done.householdId(),
                        new AddRisk(risk, done.note(), done.visitedOn(), true),
                        derived(cause, risk),
                        OptionalLong.empty()))
                .collect()
                .asList();
    }

    /** Several commands on one stream need a cause each, or the second would count as a repeat of the first. */
    private static Cause derived(Cause cause, String part) {
        var id = UUID.nameUUIDFromBytes((cause.causation() + "/" + part).getBytes(StandardCharsets.UTF_8));
        return new Cause(
                cause.actor(), cause.occurredOn(), cause.recordedAt(), cause.correlation(), id, cause.policy());
    }

    /** What was settled after the visit stays settled. */
    private Uni<?> warn(
            StatelessSession session, MonthlyMonitoringDone done, Indicator indicator, PolicyTerms terms, Cause cause) {
        var item = WarningItem.of(indicator);
        return views.last(session, done.householdId(), done.episode(), item).chain(last -> {
            if (last.isPresent() && last.get().stage().open())
                return Uni.createFrom().nullItem();
            if (last.isPresent() && last.get().stage() != WarningStage.CANCELLED) {
                if (done.visitedOn().isBefore(last.get().settledOn()))
                    return Uni.createFrom().nullItem();
                return objects.load(session, done.householdId())
                        .map(current -> current.state())
                        .chain(object -> warnings.handle(
                                session,
                                last.get().id(),
                                new Reopen("复查仍不达标", done.visitedOn(), object, terms),
                                cause.under(terms.ref()),
                                OptionalLong.empty()));
            }
            var id = UUID.nameUUIDFromBytes(("warning/" + done.householdId() + "/" + done.month() + "/" + item)
                    .getBytes(StandardCharsets.UTF_8));
            var call = new Warnings.Call(
                    done.householdId(),
                    item,
                    null,
                    WarningSource.MONTHLY_CHECK,
                    item.zh() + "不达标",
                    done.visitedOn(),
                    null);
            return warnings.raise(session, id, call, terms, cause, OptionalLong.empty());
        });
    }
}
