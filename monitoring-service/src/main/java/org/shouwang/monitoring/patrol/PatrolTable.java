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
import org.shouwang.monitoring.patrol.PatrolEvent.*;

/** One row per patrol. */
@Singleton
class PatrolTable implements Projection<PatrolEvent> {

    @Override
    public List<String> tables() {
        return List.of("patrol");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID id, List<Recorded<PatrolEvent>> events) {
        var last = events.getLast();
        return switch (last.event()) {
            case PatrolMade e ->
                Sql.update(
                                session,
                                """
                                insert into patrol (id, household, area_code, grid, visited_on, visitor, method, findings, clue, version)
                                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""",
                                id,
                                e.householdId(),
                                e.areaCode(),
                                e.gridCode(),
                                e.visitedOn(),
                                e.visitor(),
                                e.method().name(),
                                JsonText.write(e.findings()),
                                e.clueId(),
                                last.envelope().version())
                        .replaceWithVoid();
        };
    }
}
