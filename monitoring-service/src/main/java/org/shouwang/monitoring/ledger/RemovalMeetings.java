package org.shouwang.monitoring.ledger;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.removal.RemovalEvent;
import org.shouwang.monitoring.removal.RemovalEvent.*;

/** Meetings and notices of removals, each in the village where it was. */
@Singleton
class RemovalMeetings implements Projection<RemovalEvent> {

    @Override
    public List<String> tables() {
        return List.of("removal_meeting", "removal_notice");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID stream, List<Recorded<RemovalEvent>> events) {
        return Projection.each(events, recorded -> apply(session, recorded));
    }

    private static Uni<Integer> apply(StatelessSession session, Recorded<RemovalEvent> recorded) {
        var envelope = recorded.envelope();
        return switch (recorded.event()) {
            case RemovalReviewed(var _, var minutes, var expected, var votes, var _) ->
                Sql.update(
                        session,
                        """
                        insert into removal_meeting (stream, version, household, area_code, held_on, place, host, recorder, present, result, attendees, expected,
                          agree, disagree, abstain)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'REMOVAL', $10, $11, $12, $13, $14)\
                        """,
                        envelope.stream(),
                        envelope.version(),
                        envelope.subject(),
                        envelope.area(),
                        minutes.heldOn(),
                        minutes.place(),
                        minutes.host(),
                        minutes.recorder(),
                        minutes.attendees().size(),
                        String.join("、", minutes.attendees()),
                        expected,
                        votes == null ? null : votes.agree(),
                        votes == null ? null : votes.disagree(),
                        votes == null ? null : votes.abstain());
            case RemovalPublicized e ->
                Sql.update(
                        session,
                        "insert into removal_notice values ($1, $2, $3, $4, $5, $6, $7, $8, 0)",
                        envelope.stream(),
                        envelope.version(),
                        envelope.subject(),
                        envelope.area(),
                        e.postedOn(),
                        e.endsOn(),
                        e.place(),
                        Notices.photos(e.documents()));
            case RemovalObjectionRaised _ -> Notices.objected(session, "removal_notice", envelope.stream());
            case RemovalProposed _,
                    RemovalCriteriaAnswered _,
                    RemovalVisited _,
                    RemovalConsented _,
                    RemovalPublicityEnded _,
                    RemovalObjectionResolved _,
                    RemovalTownApproved _,
                    RemovalReturned _,
                    RemovalCountyApproved _,
                    RemovalMoved _,
                    RemovalMarked _,
                    RemovalRejected _ -> Uni.createFrom().item(0);
        };
    }
}
