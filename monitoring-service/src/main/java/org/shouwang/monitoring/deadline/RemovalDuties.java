package org.shouwang.monitoring.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.removal.RemovalEvent;
import org.shouwang.monitoring.removal.RemovalEvent.*;
import org.shouwang.monitoring.removal.RemovalStep;
import org.shouwang.monitoring.removal.RemovalSteps;

/** Removals under way: the step that is due. */
@Singleton
class RemovalDuties extends Duties<RemovalEvent> {

    RemovalDuties() {
        super("duty_removal");
    }

    @Override
    Level level(String step) {
        if (RemovalStep.TOWN.name().equals(step)) return Level.TOWN;
        return RemovalStep.COUNTY.name().equals(step) ? Level.COUNTY : Level.VILLAGE;
    }

    @Override
    Uni<?> apply(StatelessSession session, UUID id, RemovalEvent event, LocalDate on) {
        return switch (event) {
            case RemovalProposed e ->
                enter(
                        session,
                        Entry.of(id, Duty.REMOVAL_STEP, e.householdId(), e.areaCode()),
                        RemovalSteps.of(e),
                        RemovalStep.PROPOSAL,
                        e.proposedOn());
            case RemovalVisited e -> taken(session, id, Duty.REMOVAL_STEP, RemovalStep.VISIT, e.visitedOn());
            case RemovalReviewed e ->
                taken(
                        session,
                        id,
                        Duty.REMOVAL_STEP,
                        RemovalStep.REVIEW,
                        e.minutes().heldOn());
            case RemovalConsented e -> taken(session, id, Duty.REMOVAL_STEP, RemovalStep.CONSENT, e.consentedOn());
            case RemovalPublicized e -> due(session, id, Duty.REMOVAL_STEP, e.endsOn(), e.postedOn());
            case RemovalPublicityEnded e -> taken(session, id, Duty.REMOVAL_STEP, RemovalStep.PUBLICITY, e.endedOn());
            case RemovalObjectionRaised e -> objected(session, id, e);
            case RemovalObjectionResolved e ->
                strike(session, id, Duty.REMOVAL_OBJECTION, e.objectionId().toString())
                        .chain(() -> e.sustained()
                                ? back(session, id, Duty.REMOVAL_STEP, RemovalStep.PROPOSAL, e.decidedOn())
                                : Uni.createFrom().item(0));
            case RemovalTownApproved e -> taken(session, id, Duty.REMOVAL_STEP, RemovalStep.TOWN, e.reviewedOn());
            case RemovalReturned e -> back(session, id, Duty.REMOVAL_STEP, RemovalStep.PROPOSAL, e.on());
            case RemovalCountyApproved e -> taken(session, id, Duty.REMOVAL_STEP, RemovalStep.COUNTY, e.decidedOn());
            case RemovalMoved e -> moved(session, id, e.to());
            case RemovalMarked _ -> strikeAll(session, id);
            case RemovalRejected _ -> strikeAll(session, id);
            case RemovalCriteriaAnswered _ -> Uni.createFrom().nullItem();
        };
    }

    private Uni<?> objected(StatelessSession session, UUID id, RemovalObjectionRaised e) {
        return Sql.rows(
                        session,
                        "select household, area_code from duty_removal where until is null and id = $1 limit 1",
                        id)
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(0)
                        : enter(
                                session,
                                new Entry(
                                        id,
                                        Duty.REMOVAL_OBJECTION,
                                        e.objectionId().toString(),
                                        (UUID) rows.getFirst()[0],
                                        (String) rows.getFirst()[1]),
                                (String) null,
                                null,
                                e.raisedOn()));
    }
}
