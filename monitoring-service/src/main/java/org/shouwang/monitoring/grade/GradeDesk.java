package org.shouwang.monitoring.grade;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Streams.Outcome;
import org.shouwang.monitoring.Guard;
import org.shouwang.monitoring.facts.Facts;
import org.shouwang.monitoring.facts.HouseholdFact;
import org.shouwang.monitoring.facts.IncomeFact;
import org.shouwang.monitoring.facts.IncomeWindow;
import org.shouwang.monitoring.facts.SafeguardFact;
import org.shouwang.monitoring.object.GradeTrigger;
import org.shouwang.monitoring.object.MonitoredObject.Episode;
import org.shouwang.monitoring.object.ObjectCommand.Assess;
import org.shouwang.monitoring.object.ObjectRefusal;
import org.shouwang.monitoring.object.Objects;
import org.shouwang.monitoring.policy.Policies;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.recommendation.Circumstances;
import org.shouwang.monitoring.recommendation.Grading;
import org.shouwang.monitoring.warning.WarningViews;

/** Grades a monitored household anew by the policy of the day, from a statement and a check that are cited. */
@Singleton
class GradeDesk {

    /** @param hardship a disaster, a sudden illness or an accident has made life difficult */
    record Call(UUID household, GradeTrigger trigger, LocalDate on, UUID statementId, UUID checkId, boolean hardship) {}

    private final Journal journal;
    private final Objects objects;
    private final Policies policies;
    private final Facts facts;
    private final WarningViews warnings;

    GradeDesk(Journal journal, Objects objects, Policies policies, Facts facts, WarningViews warnings) {
        this.journal = journal;
        this.objects = objects;
        this.policies = policies;
        this.facts = facts;
        this.warnings = warnings;
    }

    Uni<Outcome> grade(Call call, Cause cause, OptionalLong expected) {
        if (call.trigger() == GradeTrigger.IDENTIFICATION)
            return Uni.createFrom().failure(new Refused(GradeRefusal.GRADE_BY_CASE));
        Function<StatelessSession, Uni<Outcome>> work = session -> facts.held(session, call.household(), cause.actor())
                .chain(household -> objects.load(session, call.household())
                        .chain(object -> object.version() == 0
                                ? Uni.createFrom().failure(new Refused(ObjectRefusal.NOT_AN_OBJECT))
                                : policies.inForce(session, household.areaCode(), call.on())
                                        .chain(terms -> grade(
                                                session,
                                                call,
                                                household,
                                                object.state().current(),
                                                terms,
                                                cause,
                                                expected))));
        return expected.isPresent() ? journal.once(work) : journal.transaction(work);
    }

    private Uni<Outcome> grade(
            StatelessSession session,
            Call call,
            HouseholdFact household,
            Episode episode,
            PolicyTerms terms,
            Cause cause,
            OptionalLong expected) {
        if (!terms.grading().enabled())
            return Uni.createFrom().failure(new Refused(GradeRefusal.NO_GRADES_BY_POLICY, terms.policyId()));
        return facts.income(session, call.household(), call.statementId())
                .invoke(statement -> fit(statement, terms, call.on()))
                .chain(statement -> facts.safeguards(session, call.household(), call.checkId())
                        .chain(check -> warnings.open(session, call.household(), episode.number())
                                .chain(open -> objects.handle(
                                        session,
                                        call.household(),
                                        assess(call, terms, household, episode, statement, check, open),
                                        cause.under(terms.ref()),
                                        expected))));
    }

    /** An income of other months says nothing of how the household stands on the day. */
    private static void fit(IncomeFact statement, PolicyTerms terms, LocalDate on) {
        if (!statement.signed() || statement.basis() != terms.incomeBasis() || statement.perCapita() == null)
            throw new Refused(
                    GradeRefusal.STATEMENT_NOT_FIT, terms.incomeBasis().name());
        var window = IncomeWindow.of(terms, on);
        if (!window.covers(statement)) throw new Refused(Guard.INCOME_WINDOW_MISMATCH, window.words());
    }

    /** That a household was listed when the plan began gave it its first colour, and says nothing of how it stands since. */
    private static Assess assess(
            Call call,
            PolicyTerms terms,
            HouseholdFact household,
            Episode episode,
            IncomeFact statement,
            SafeguardFact check,
            int openWarnings) {
        var result = Grading.grade(
                terms.grading(),
                new Circumstances(
                        household.registeredType(),
                        statement.perCapita(),
                        statement.perCapitaReference(),
                        episode.risks(),
                        false,
                        false,
                        call.hardship(),
                        false,
                        check.items(),
                        List.of()),
                statement.perCapita());
        return new Assess(result.grade(), call.trigger(), result.rule(), call.on(), openWarnings);
    }
}
