package org.shouwang.monitoring.quality;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.JsonText;
import org.shouwang.monitoring.policy.PolicyTerms.Line.Source;
import org.shouwang.monitoring.removal.RemovalEvent;
import org.shouwang.monitoring.removal.RemovalEvent.*;
import org.shouwang.monitoring.removal.RemovalStep;
import org.shouwang.monitoring.removal.RemovalSteps;

/** On which days the steps of each removal were done that still count, and what was collected of the household afterwards. */
@Singleton
class RemovalCourses implements Projection<RemovalEvent> {

    @Override
    public List<String> tables() {
        return List.of("removal_course");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID stream, List<Recorded<RemovalEvent>> events) {
        return Projection.each(events, recorded -> apply(session, stream, recorded.event()));
    }

    private static Uni<Integer> apply(StatelessSession session, UUID id, RemovalEvent event) {
        return switch (event) {
            case RemovalProposed e -> proposed(session, id, e);
            case RemovalVisited e -> done(session, id, "visited_on", e.visitedOn());
            case RemovalReviewed e ->
                done(session, id, "reviewed_on", e.minutes().heldOn());
            case RemovalConsented e -> done(session, id, "consented_on", e.consentedOn());
            case RemovalPublicized e ->
                Sql.update(
                        session,
                        "update removal_course set posted_on = $2, ends_on = $3 where removal_id = $1",
                        id,
                        e.postedOn(),
                        e.endsOn());
            case RemovalPublicityEnded e -> done(session, id, "ended_on", e.endedOn());
            case RemovalObjectionResolved e when e.sustained() -> again(session, id);
            case RemovalTownApproved e -> done(session, id, "town_on", e.reviewedOn());
            case RemovalCountyApproved e -> done(session, id, "county_on", e.decidedOn());
            case RemovalReturned _ -> again(session, id);
            case RemovalMoved e ->
                Sql.update(session, "update removal_course set area_code = $2 where removal_id = $1", id, e.to());
            case RemovalMarked e ->
                Sql.update(
                        session,
                        "update removal_course set marked_on = $2, after_removal = $3 where removal_id = $1",
                        id,
                        e.markedOn(),
                        e.after() == null ? null : JsonText.write(e.after()));
            case RemovalCriteriaAnswered _, RemovalObjectionRaised _, RemovalObjectionResolved _, RemovalRejected _ ->
                Uni.createFrom().item(0);
        };
    }

    private static Uni<Integer> proposed(StatelessSession session, UUID id, RemovalProposed e) {
        var line = e.terms().line();
        return Sql.update(
                session,
                """
                insert into removal_course (removal_id, household, area_code, publicity_days, fixed_line, proposed_on) values ($1, $2, $3, $4, $5, $6)
                """,
                id,
                e.householdId(),
                e.areaCode(),
                RemovalSteps.of(e).contains(RemovalStep.PUBLICITY)
                        ? e.terms().removal().publicityDays()
                        : null,
                line.source() == Source.FIXED ? line.amount() : null,
                e.proposedOn());
    }

    private static Uni<Integer> done(StatelessSession session, UUID id, String step, LocalDate on) {
        return Sql.update(session, "update removal_course set " + step + " = $2 where removal_id = $1", id, on);
    }

    /** From the visit on. */
    private static Uni<Integer> again(StatelessSession session, UUID id) {
        return Sql.update(session, """
                update removal_course set visited_on = null, reviewed_on = null, consented_on = null, posted_on = null, ends_on = null,
                  ended_on = null, town_on = null, county_on = null where removal_id = $1
                """, id);
    }
}
