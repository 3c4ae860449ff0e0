package org.shouwang.monitoring.patrol;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.JsonText;
import org.shouwang.monitoring.patrol.GridMonthEvent.*;

/** One row per grid and closed month. */
@Singleton
class GridMonthTable implements Projection<GridMonthEvent> {

    @Override
    public List<String> tables() {
        return List.of("grid_month");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID id, List<Recorded<GridMonthEvent>> events) {
        var last = events.getLast();
        return switch (last.event()) {
            case GridMonthClosed e ->
                Sql.update(
                                session,
                                """
                                insert into grid_month (grid, month, area_code, households, reached, missed, version, persons, reached_persons, missed_persons)
                                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""",
                                e.gridCode(),
                                e.month().toString(),
                                e.areaCode(),
                                e.households(),
                                e.reached(),
                                JsonText.write(e.missed()),
                                last.envelope().version(),
                                e.persons() == null ? null : e.persons().all(),
                                e.persons() == null ? null : e.persons().reached(),
                                e.persons() == null ? null : e.persons().missed())
                        .replaceWithVoid();
        };
    }
}
