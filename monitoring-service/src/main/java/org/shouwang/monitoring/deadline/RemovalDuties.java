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
            case RemovalVisited e -> done(session, id, RemovalStep.VISIT, e.visitedOn());
            case RemovalReviewed e ->
                done(session, id, RemovalStep.REVIEW, e.minutes().heldOn());
            case RemovalConsented e -> done(session, id, RemovalStep.CONSENT, e.consentedOn());
            case RemovalPublicized e ->
                settle(session, id, Duty.REMOVAL_STEP, "", e.postedOn())
                        .chain(() -> due(session, id, Duty.REMOVAL_STEP, e.endsOn(), e.postedOn()));
            case RemovalPublicityEnded e -> taken(session, id, Duty.REMOVAL_STEP, RemovalStep.PUBLICITY, e.endedOn());
            case RemovalObjectionRaised e -> objected(session, id, e);
            case RemovalObjectionResolved e ->
                settle(session, id, Duty.REMOVAL_OBJECTION, e.objectionId().toString(), e.decidedOn())
                        .chain(() -> strike(
                                session,
                                id,
                                Duty.REMOVAL_OBJECTION,
                                e.objectionId().toString()))
                        .chain(() -> e.sustained()
                                ? back(session, id, Duty.REMOVAL_STEP, RemovalStep.PROPOSAL, e.decidedOn())
                                : Uni.createFrom().item(0));
            case RemovalTownApproved e -> done(session, id, RemovalStep.TOWN, e.reviewedOn());
            case RemovalReturned e ->
                settle(session, id, Duty.REMOVAL_STEP, "", e.on())
                        .chain(() -> back(session, id, Duty.REMOVAL_STEP, RemovalStep.PROPOSAL, e.on()));
            case RemovalCountyApproved e -> done(session, id, RemovalStep.COUNTY, e.decidedOn());
            case RemovalMoved e -> moved(session, id, e.to());
            case RemovalMarked e ->
                settle(session, id, Duty.REMOVAL_STEP, "", e.markedOn()).chain(() -> strikeAll(session, id));
            case RemovalRejected _ -> strikeAll(session, id);
            case RemovalCriteriaAnswered _ -> Uni.createFrom().nullItem();
        };
    }

    private Uni<Integer> done(StatelessSession session, UUID id, RemovalStep step, LocalDate on) {
        return settle(session, id, Duty.REMOVAL_STEP, "", on)
                .chain(() -> taken(session, id, Duty.REMOVAL_STEP, step, on));
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
