package org.shouwang.monitoring.patrol;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.patrol.GridWeekEvent.*;

/** One row per grid and week that was reported. */
@Singleton
class GridWeekTable implements Projection<GridWeekEvent> {

    @Override
    public List<String> tables() {
        return List.of("grid_week");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID id, List<Recorded<GridWeekEvent>> events) {
        var last = events.getLast();
        return switch (last.event()) {
            case GridWeekReported e ->
                Sql.update(
                                session,
                                """
                                insert into grid_week (grid, week, area_code, normal, note, reporter, reported_on, version)
                                values ($1, $2, $3, $4, $5, $6, $7, $8)""",
                                e.gridCode(),
                                e.week(),
                                e.areaCode(),
                                e.normal(),
                                e.note(),
                                e.reporter(),
                                e.reportedOn(),
                                last.envelope().version())
                        .replaceWithVoid();
        };
    }
}
