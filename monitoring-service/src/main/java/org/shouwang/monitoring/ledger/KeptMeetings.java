package org.shouwang.monitoring.ledger;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.villagereview.ReviewResult;
import org.shouwang.monitoring.villagereview.ReviewTopic;
import org.shouwang.monitoring.villagereview.VillageReviewEvent;
import org.shouwang.monitoring.villagereview.VillageReviewEvent.VillageReviewHeld;

/** Households that a village meeting would not let go. What it decided of the others stands in their own files. */
@Singleton
class KeptMeetings implements Projection<VillageReviewEvent> {

    private record Kept(Recorded<VillageReviewEvent> recorded, VillageReviewHeld held, ReviewResult result) {}

    @Override
    public List<String> tables() {
        return List.of("kept_meeting");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID stream, List<Recorded<VillageReviewEvent>> events) {
        return Multi.createFrom()
                .iterable(events.stream().flatMap(KeptMeetings::kept).toList())
                .onItem()
                .transformToUniAndConcatenate(kept -> insert(session, kept))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static Stream<Kept> kept(Recorded<VillageReviewEvent> recorded) {
        return switch (recorded.event()) {
            case VillageReviewHeld e ->
                e.results().stream()
                        .filter(r -> r.topic() == ReviewTopic.REMOVAL && !r.agreed())
                        .map(r -> new Kept(recorded, e, r));
        };
    }

    private static Uni<Integer> insert(StatelessSession session, Kept kept) {
        var envelope = kept.recorded().envelope();
        var minutes = kept.held().minutes();
        var votes = kept.result().votes();
        return Sql.update(
                session,
                """
                insert into kept_meeting (stream, version, household, area_code, held_on, place, host, recorder, expected, present, result, reason,
                  attendees, agree, disagree, abstain)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'KEPT', $11, $12, $13, $14, $15)\
                """,
                envelope.stream(),
                envelope.version(),
                kept.result().householdId(),
                kept.held().areaCode(),
                minutes.heldOn(),
                minutes.place(),
                minutes.host(),
                minutes.recorder(),
                kept.held().shouldAttend(),
                minutes.attendees().size(),
                kept.result().reason(),
                String.join("、", minutes.attendees()),
                votes == null ? null : votes.agree(),
                votes == null ? null : votes.disagree(),
                votes == null ? null : votes.abstain());
    }
}
