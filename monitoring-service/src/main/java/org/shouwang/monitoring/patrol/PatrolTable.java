package org.shouwang.monitoring.patrol;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.JsonText;
import org.shouwang.monitoring.patrol.PatrolEvent.*;

/** One row per patrol, as it was corrected last. */
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
            case PatrolMade e -> made(session, id, e, last.envelope());
            case PatrolCorrected e -> made(session, id, e.made(), last.envelope());
        };
    }

    private static Uni<Void> made(StatelessSession session, UUID id, PatrolMade e, Envelope envelope) {
        return Sql.update(
                        session,
                        """
                        insert into patrol (id, household, area_code, grid, visited_on, visitor, method, findings, clue, version, event_id)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                        on conflict (id) do update set area_code = $3, grid = $4, visited_on = $5, visitor = $6, method = $7, findings = $8, clue = $9,
                          version = $10, event_id = $11""",
                        id,
                        e.householdId(),
                        e.areaCode(),
                        e.gridCode(),
                        e.visitedOn(),
                        e.visitor(),
                        e.method().name(),
                        JsonText.write(e.findings()),
                        e.clueId(),
                        envelope.version(),
                        envelope.id())
                .replaceWithVoid();
    }
}
