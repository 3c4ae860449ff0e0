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
            case HomeVisited e -> taken(session, id, Duty.CASE_STEP, CaseStep.VISIT, e.visitedOn());
            case ConsentLinked e -> taken(session, id, Duty.CASE_STEP, CaseStep.CONSENT, e.linkedOn());
            case ComparisonCompleted e -> taken(session, id, Duty.CASE_STEP, CaseStep.COMPARE, e.comparedOn());
            case ReviewConcluded e ->
                taken(session, id, Duty.CASE_STEP, CaseStep.REVIEW, e.heldOn())
                        .chain(() -> e.included()
                                ? Uni.createFrom().item(0)
                                : step(session, id, Duty.CASE_STEP, NON_INCLUSION, e.heldOn()));
            case PublicityPosted e -> due(session, id, Duty.CASE_STEP, e.endsOn(), e.postedOn());
            case PublicityEnded e -> taken(session, id, Duty.CASE_STEP, CaseStep.PUBLICITY, e.endedOn());
            case ObjectionRaised e -> objected(session, id, e);
            case ObjectionResolved e ->
                strike(session, id, Duty.CASE_OBJECTION, e.objectionId().toString())
                        .chain(() -> e.sustained()
                                ? back(session, id, Duty.CASE_STEP, CaseStep.VISIT, e.decidedOn())
                                : Uni.createFrom().item(0));
            case TownReviewed e ->
                taken(session, id, Duty.CASE_STEP, CaseStep.PUBLICITY, e.reviewedOn())
                        .chain(() -> taken(session, id, Duty.CASE_STEP, CaseStep.TOWN, e.reviewedOn()));
            case CountyDetermined e -> taken(session, id, Duty.CASE_STEP, CaseStep.COUNTY, e.determinedOn());
            case InclusionDetermined _ -> strike(session, id, Duty.IDENTIFICATION);
            case CaseEntered e -> taken(session, id, Duty.CASE_STEP, CaseStep.ENTERED, e.enteredOn());
            case CaseRejected e -> rejected(session, id, e);
            case CaseWithdrawn _ -> strikeAll(session, id);
            case CaseMoved e -> moved(session, id, e.to());
            case CaseLapsed _ -> strikeAll(session, id);
            case WatchEnded _ -> strikeAll(session, id);
            case CaseReturned e -> back(session, id, Duty.CASE_STEP, e.to().step(), e.on());
            case CaseOverdue _ -> overdue(session, id, Duty.IDENTIFICATION);
            case CaseStepSkipped _, RecommendationComputed _ -> Uni.createFrom().nullItem();
        };
    }

    private Uni<?> opened(StatelessSession session, UUID id, CaseOpened e) {
        var steps = EnumSet.copyOf(e.terms().caseSteps());
        return strikeHousehold(session, e.householdId(), Duty.WATCH_LIST, e.openedOn())
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

    private Uni<?> objected(StatelessSession session, UUID id, ObjectionRaised e) {
        return Sql.rows(
                        session,
                        "select household, area_code from duty_case where until is null and id = $1 limit 1",
                        id)
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(0)
                        : enter(
                                session,
                                new Entry(
                                        id,
                                        Duty.CASE_OBJECTION,
                                        e.objectionId().toString(),
                                        (UUID) rows.getFirst()[0],
                                        (String) rows.getFirst()[1]),
                                (String) null,
                                null,
                                e.raisedOn()));
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
