package org.shouwang.monitoring.ledger;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.identification.CaseEvent;
import org.shouwang.monitoring.identification.CaseEvent.*;

/** Meetings and notices of identification cases, each in the village where it was. */
@Singleton
class CaseMeetings implements Projection<CaseEvent> {

    @Override
    public List<String> tables() {
        return List.of("case_meeting", "case_notice");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID stream, List<Recorded<CaseEvent>> events) {
        return Projection.each(events, recorded -> apply(session, recorded));
    }

    private static Uni<Integer> apply(StatelessSession session, Recorded<CaseEvent> recorded) {
        var envelope = recorded.envelope();
        return switch (recorded.event()) {
            case ReviewConcluded e ->
                Sql.update(
                        session,
                        "insert into case_meeting values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,"
                                + " $15, $16)",
                        envelope.stream(),
                        envelope.version(),
                        envelope.subject(),
                        envelope.area(),
                        e.heldOn(),
                        e.place(),
                        e.host(),
                        e.recorder(),
                        e.shouldAttend(),
                        e.attendees().size(),
                        e.votes() == null ? null : e.votes().agree(),
                        e.votes() == null ? null : e.votes().disagree(),
                        e.votes() == null ? null : e.votes().abstain(),
                        e.included() ? "INCLUDED" : "NOT_INCLUDED",
                        e.reason(),
                        String.join("、", e.attendees()));
            case PublicityPosted e ->
                Sql.update(
                        session,
                        "insert into case_notice values ($1, $2, $3, $4, $5, $6, $7, $8, 0)",
                        envelope.stream(),
                        envelope.version(),
                        envelope.subject(),
                        envelope.area(),
                        e.postedOn(),
                        e.endsOn(),
                        e.place(),
                        Notices.photos(e.documents()));
            case ObjectionRaised _ -> Notices.objected(session, "case_notice", envelope.stream());
            case CaseOpened _,
                    CaseStepSkipped _,
                    ComparisonRequested _,
                    HomeVisited _,
                    ConsentLinked _,
                    ComparisonCompleted _,
                    RecommendationComputed _,
                    ObjectionResolved _,
                    PublicityEnded _,
                    TownReviewed _,
                    CountyDetermined _,
                    InclusionDetermined _,
                    CaseEntered _,
                    CaseRejected _,
                    CaseWithdrawn _,
                    CaseMoved _,
                    CaseLapsed _,
                    WatchEnded _,
                    WatchRechecked _,
                    CaseReturned _,
                    CaseOverdue _,
                    CaseStepDue _,
                    CaseStepOverdue _ -> Uni.createFrom().item(0);
        };
    }
}
