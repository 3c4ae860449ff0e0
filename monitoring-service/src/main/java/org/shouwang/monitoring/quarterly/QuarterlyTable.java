package org.shouwang.monitoring.quarterly;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.JsonText;
import org.shouwang.monitoring.quarterly.QuarterlyEvent.*;

/** One row per village and month. */
@Singleton
class QuarterlyTable implements Projection<QuarterlyEvent> {

    @Override
    public List<String> tables() {
        return List.of("quarterly_review");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID id, List<Recorded<QuarterlyEvent>> events) {
        return Projection.each(events, recorded -> switch (recorded.event()) {
            case QuarterlyReviewRecorded e ->
                Sql.update(
                        session,
                        """
                        insert into quarterly_review (area_code, month, held_on, minutes, counts, checked, without_risk, documents, version, at_risk)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                        """,
                        e.areaCode(),
                        e.month().toString(),
                        e.minutes().heldOn(),
                        JsonText.write(e.minutes()),
                        JsonText.write(e.counts()),
                        e.householdsChecked(),
                        e.householdsWithoutRisk(),
                        JsonText.write(e.documents()),
                        recorded.envelope().version(),
                        JsonText.write(e.atRisk()));
        });
    }
}
