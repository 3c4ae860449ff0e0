package org.shouwang.monitoring.villagereview;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.JsonText;
import org.shouwang.monitoring.villagereview.VillageReviewEvent.VillageReviewHeld;

/** One row per village meeting on several households. */
@Singleton
class VillageReviewTable implements Projection<VillageReviewEvent> {

    @Override
    public List<String> tables() {
        return List.of("village_review");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID id, List<Recorded<VillageReviewEvent>> events) {
        return Projection.each(events, recorded -> switch (recorded.event()) {
            case VillageReviewHeld e ->
                Sql.update(
                        session,
                        """
                        insert into village_review (id, area_code, held_on, minutes, should_attend, results, documents, version)
                        values ($1, $2, $3, $4, $5, $6, $7, $8)
                        """,
                        id,
                        e.areaCode(),
                        e.minutes().heldOn(),
                        JsonText.write(e.minutes()),
                        e.shouldAttend(),
                        JsonText.write(e.results()),
                        JsonText.write(e.documents()),
                        recorded.envelope().version());
        });
    }
}
