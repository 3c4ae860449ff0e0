package org.shouwang.household.roster;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.household.roster.ImportEvent.RosterApplied;
import org.shouwang.household.roster.ImportEvent.RosterChecked;
import org.shouwang.household.roster.ImportEvent.RosterRejected;

/** One row per file that was sent in, for lists. */
@Singleton
class ImportTable implements Projection<ImportEvent> {

    @Override
    public List<String> tables() {
        return List.of("roster_import");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID id, List<Recorded<ImportEvent>> events) {
        var done = Uni.createFrom().voidItem();
        for (var recorded : events)
            done = done.chain(() -> row(session, id, recorded).replaceWithVoid());
        return done;
    }

    private static Uni<Integer> row(StatelessSession session, UUID id, Recorded<ImportEvent> recorded) {
        return switch (recorded.event()) {
            case RosterChecked e ->
                Sql.update(
                        session,
                        """
                        insert into roster_import values ($1, $2, 'CHECKED', $3, $4, $5, $6, $7, $8, $9, $10, 0, 0, 0, 0, $11, $12, $13)
                        on conflict (id) do update set speaks_of = $4, rows = $5, households = $6, persons = $7, accepted = $8, errors = $9,
                        warnings = $10, recorded_at = $11, recorded_by = $12, recorded_role = $13""",
                        id,
                        e.areaCode(),
                        e.format().name(),
                        e.speaksOf(),
                        e.rows(),
                        e.households(),
                        e.persons(),
                        e.accepted(),
                        e.errors(),
                        e.warnings(),
                        recorded.envelope().recordedAt().atOffset(ZoneOffset.UTC),
                        recorded.envelope().actor().user(),
                        recorded.envelope().actor().role());
            case RosterRejected e ->
                Sql.update(
                        session,
                        """
                        update roster_import set state = 'REJECTED', reason = $2, rejected_at = $3, rejected_by = $4, rejected_role = $5
                        where id = $1""",
                        id,
                        e.reason(),
                        recorded.envelope().recordedAt().atOffset(ZoneOffset.UTC),
                        recorded.envelope().actor().user(),
                        recorded.envelope().actor().role());
            case RosterApplied e ->
                Sql.update(
                        session,
                        """
                        update roster_import set state = 'APPLIED', registered = $2, changed = $3, unchanged = $4, refused = $5,
                          applied_at = $6, applied_by = $7, applied_role = $8 where id = $1""",
                        id,
                        e.registered(),
                        e.changed(),
                        e.unchanged(),
                        e.refused(),
                        recorded.envelope().recordedAt().atOffset(ZoneOffset.UTC),
                        recorded.envelope().actor().user(),
                        recorded.envelope().actor().role());
        };
    }
}
