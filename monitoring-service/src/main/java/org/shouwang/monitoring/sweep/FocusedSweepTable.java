package org.shouwang.monitoring.sweep;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.sweep.FocusedSweepEvent.*;

/** One row per sweep. */
@Singleton
class FocusedSweepTable implements Projection<FocusedSweepEvent> {

    @Override
    public List<String> tables() {
        return List.of("sweep");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID id, List<Recorded<FocusedSweepEvent>> events) {
        return Projection.each(
                events,
                recorded ->
                        apply(session, id, recorded.event(), recorded.envelope().version()));
    }

    private static Uni<Integer> apply(StatelessSession session, UUID id, FocusedSweepEvent event, long version) {
        return switch (event) {
            case SweepStarted e ->
                Sql.update(
                        session,
                        """
                        insert into sweep (id, area_code, scope, name, from_on, to_on, income_from, income_to, focus_groups, version)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""",
                        id,
                        e.areaCode(),
                        Actor.scope(e.areaCode()),
                        e.name(),
                        e.from(),
                        e.to(),
                        e.incomeFrom() == null ? null : e.incomeFrom().toString(),
                        e.incomeTo() == null ? null : e.incomeTo().toString(),
                        e.focusGroups().stream().map(Enum::name).collect(Collectors.joining(",")),
                        version);
            case SweepFinished e ->
                Sql.update(
                        session,
                        "update sweep set finished_on = $2, reason = $3, version = $4, unchecked = $5, unchecked_persons = $6 where id = $1",
                        id,
                        e.on(),
                        e.reason(),
                        version,
                        e.unchecked(),
                        e.uncheckedPersons());
        };
    }
}
