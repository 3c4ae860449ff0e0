package org.shouwang.monitoring.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.identification.CaseEvent;
import org.shouwang.monitoring.identification.CaseEvent.*;
import org.shouwang.monitoring.policy.CaseStep;

/** Identification cases under way: the step that is due and the day on which all must be done; households to look at again. */
@Singleton
class CaseDuties extends Duties<CaseEvent> {

    /** The village has found no risk; the decision is still to be recorded. */
    static final String NON_INCLUSION = "NON_INCLUSION";

    CaseDuties() {
        super("duty_case");
    }

    @Override
    Level level(String step) {
        if (CaseStep.TOWN.name().equals(step)) return Level.TOWN;
        return CaseStep.COUNTY.name().equals(step) ? Level.COUNTY : Level.VILLAGE;
    }

    @Override
    Uni<?> apply(StatelessSession session, UUID id, CaseEvent event, LocalDate on) {
        return switch (event) {
            case CaseOpened e -> opened(session, id, e);
            case HomeVisited e -> done(session, id, CaseStep.VISIT, e.visitedOn());
            case ConsentLinked e -> done(session, id, CaseStep.CONSENT, e.linkedOn());
            case ComparisonCompleted e -> done(session, id, CaseStep.COMPARE, e.comparedOn());
            case ReviewConcluded e ->
                done(session, id, CaseStep.REVIEW, e.heldOn())
                        .chain(() -> e.included()
                                ? Uni.createFrom().item(0)
                                : step(session, id, Duty.CASE_STEP, NON_INCLUSION, e.heldOn())
                                        .chain(() -> strike(session, id, Duty.CASE_STEP_LIMIT)));
            case PublicityPosted e ->
                due(session, id, Duty.CASE_STEP, e.endsOn(), e.postedOn())
                        .chain(() ->
                                settled(session, id, Duty.CASE_STEP_LIMIT, CaseStep.PUBLICITY.name(), e.postedOn()));
            case PublicityEnded e -> taken(session, id, Duty.CASE_STEP, CaseStep.PUBLICITY, e.endedOn());
            case ObjectionRaised e ->
                beside(session, id, Duty.CASE_OBJECTION, e.objectionId().toString(), null, null, e.raisedOn());
            case ObjectionResolved e ->
                settled(session, id, Duty.CASE_OBJECTION, e.objectionId().toString(), e.decidedOn())
                        .chain(() -> e.sustained()
                                ? back(session, id, CaseStep.VISIT, e.decidedOn())
                                : Uni.createFrom().item(0));
            case TownReviewed e ->
                taken(session, id, Duty.CASE_STEP, CaseStep.PUBLICITY, e.reviewedOn())
                        .chain(() -> done(session, id, CaseStep.TOWN, e.reviewedOn()));
            case CountyDetermined e -> done(session, id, CaseStep.COUNTY, e.determinedOn());
            case InclusionDetermined _ -> strike(session, id, Duty.IDENTIFICATION);
            case CaseStepSkipped e -> taken(session, id, Duty.CASE_STEP, e.step(), on);
            case CaseEntered e -> done(session, id, CaseStep.ENTERED, e.enteredOn());
            case CaseRejected e -> rejected(session, id, e);
            case CaseWithdrawn _ -> strikeAll(session, id);
            case CaseMoved e -> moved(session, id, e.to());
            case CaseLapsed _ -> strikeAll(session, id);
            case WatchRechecked e ->
                settle(session, id, Duty.WATCH_LIST, "", e.on())
                        .chain(() -> e.nextOn() == null
                                ? strike(session, id, Duty.WATCH_LIST)
                                : due(session, id, Duty.WATCH_LIST, e.nextOn(), e.on()));
            case WatchEnded _ -> strikeAll(session, id);
            case CaseReturned e -> back(session, id, e.to().step(), e.on());
            case CaseOverdue _ -> overdue(session, id, Duty.IDENTIFICATION);
            case CaseStepDue e ->
                strike(session, id, Duty.CASE_STEP_LIMIT, e.step().name())
                        .chain(() -> beside(
                                session,
                                id,
                                Duty.CASE_STEP_LIMIT,
                                e.step().name(),
                                e.step().name(),
                                e.dueOn(),
                                on));
            case CaseStepOverdue e ->
                overdue(session, id, Duty.CASE_STEP_LIMIT, e.step().name());
            case ComparisonRequested _, RecommendationComputed _ ->
                Uni.createFrom().nullItem();
        };
    }

    private Uni<?> opened(StatelessSession session, UUID id, CaseOpened e) {
        var steps = EnumSet.copyOf(e.terms().caseSteps());
        return settleHousehold(session, e.householdId(), Duty.WATCH_LIST, e.openedOn())
                .chain(() -> enter(
                        session,
                        Entry.of(id, Duty.CASE_STEP, e.householdId(), e.areaCode()),
                        steps,
                        CaseStep.CLUE,
                        e.openedOn()))
                .chain(() -> e.dueOn() == null
                        ? Uni.createFrom().item(0)
                        : enter(
                                session,
                                Entry.of(id, Duty.IDENTIFICATION, e.householdId(), e.areaCode()),
                                (String) null,
                                e.dueOn(),
                                e.openedOn()));
    }

    private Uni<Integer> done(StatelessSession session, UUID id, CaseStep step, LocalDate on) {
        return taken(session, id, Duty.CASE_STEP, step, on)
                .chain(() -> settled(session, id, Duty.CASE_STEP_LIMIT, step.name(), on));
    }

    private Uni<Integer> settled(StatelessSession session, UUID id, Duty duty, String part, LocalDate on) {
        return settle(session, id, duty, part, on).chain(() -> strike(session, id, duty, part));
    }

    /** The limits that run from then on come behind it. */
    private Uni<Integer> back(StatelessSession session, UUID id, CaseStep last, LocalDate on) {
        return back(session, id, Duty.CASE_STEP, last, on).chain(() -> strike(session, id, Duty.CASE_STEP_LIMIT));
    }

    /** A further duty of a case that has one. */
    private Uni<Integer> beside(
            StatelessSession session, UUID id, Duty duty, String part, String step, LocalDate dueOn, LocalDate since) {
        return Sql.rows(
                        session,
                        "select household, area_code from duty_case where until is null and id = $1 limit 1",
                        id)
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(0)
                        : enter(
                                session,
                                new Entry(id, duty, part, (UUID) rows.getFirst()[0], (String) rows.getFirst()[1]),
                                step,
                                dueOn,
                                since));
    }

    private Uni<?> rejected(StatelessSession session, UUID id, CaseRejected e) {
        return Sql.rows(
                        session,
                        "select household, area_code from duty_case where until is null and id = $1 limit 1",
                        id)
                .chain(rows -> strikeAll(session, id)
                        .chain(() -> rows.isEmpty() || e.recheckOn() == null
                                ? Uni.createFrom().item(0)
                                : enter(
                                        session,
                                        Entry.of(id, Duty.WATCH_LIST, (UUID) rows.getFirst()[0], (String)
                                                rows.getFirst()[1]),
                                        (String) null,
                                        e.recheckOn(),
                                        e.decidedOn())));
    }
}
