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

/** Households that were not included, each decision for ever: whoever is watched no more, or ends, stays in the ledger. */
@Singleton
class NonInclusions implements Projection<CaseEvent> {

    @Override
    public List<String> tables() {
        return List.of("non_inclusion");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID stream, List<Recorded<CaseEvent>> events) {
        return Projection.each(events, recorded -> apply(session, recorded));
    }

    private static Uni<Integer> apply(StatelessSession session, Recorded<CaseEvent> recorded) {
        var envelope = recorded.envelope();
        return switch (recorded.event()) {
            case CaseRejected e ->
                Sql.update(
                        session,
                        """
                        insert into non_inclusion (case_id, household, area_code, reason_code, reason, per_capita, below_line, decided_on, statement)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)""",
                        envelope.stream(),
                        envelope.subject(),
                        envelope.area(),
                        e.reasonCode().name(),
                        e.reason(),
                        e.income().perCapita(),
                        e.belowLine(),
                        e.decidedOn(),
                        e.income().statementId());
            case CaseMoved e ->
                Sql.update(
                        session,
                        "update non_inclusion set area_code = $2 where case_id = $1",
                        envelope.stream(),
                        e.to());
            case WatchRechecked _,
                    CaseOpened _,
                    CaseStepSkipped _,
                    ComparisonRequested _,
                    HomeVisited _,
                    ConsentLinked _,
                    ComparisonCompleted _,
                    RecommendationComputed _,
                    ReviewConcluded _,
                    PublicityPosted _,
                    ObjectionRaised _,
                    ObjectionResolved _,
                    PublicityEnded _,
                    TownReviewed _,
                    CountyDetermined _,
                    InclusionDetermined _,
                    CaseEntered _,
                    CaseWithdrawn _,
                    CaseLapsed _,
                    WatchEnded _,
                    CaseReturned _,
                    CaseOverdue _,
                    CaseStepDue _,
                    CaseStepOverdue _ -> Uni.createFrom().item(0);
        };
    }
}
