package org.shouwang.household.grid;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.household.grid.GridEvent.*;

/** How grids are laid out and who looks after them, with who wrote it down. */
@Singleton
class GridTable implements Projection<GridEvent> {

    @Override
    public List<String> tables() {
        return List.of("grid", "grid_group", "grid_listed", "grid_member");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID stream, List<Recorded<GridEvent>> events) {
        var done = Uni.createFrom().voidItem();
        for (var recorded : events) done = done.chain(() -> apply(session, recorded.event(), recorded.envelope()));
        return done;
    }

    private static Uni<Void> apply(StatelessSession session, GridEvent event, Envelope envelope) {
        return switch (event) {
            case GridDefined e -> defined(session, e, envelope);
            case GridMemberAssigned e ->
                run(
                        session,
                        """
                        insert into grid_member (grid, user_id, from_on, name, phone, born, recorded_at, recorded_by, recorded_role)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)""",
                        e.gridCode(),
                        e.userId(),
                        e.from(),
                        e.carer().name(),
                        e.carer().phone(),
                        e.carer().birthDate(),
                        at(envelope),
                        envelope.actor().user(),
                        envelope.actor().role());
            case GridMemberReleased e ->
                run(
                        session,
                        """
                        update grid_member set to_on = $3, reason = $4, recorded_at = $5, recorded_by = $6, recorded_role = $7
                        where grid = $1 and user_id = $2 and to_on is null""",
                        e.gridCode(),
                        e.userId(),
                        e.to(),
                        e.reason(),
                        at(envelope),
                        envelope.actor().user(),
                        envelope.actor().role());
        };
    }

    private static Uni<Void> defined(StatelessSession session, GridDefined e, Envelope envelope) {
        return run(
                        session,
                        """
                        insert into grid (code, from_on, recorded_at, recorded_by, recorded_role) values ($1, $2, $3, $4, $5)
                        on conflict (code) do update set from_on = $2, recorded_at = $3, recorded_by = $4, recorded_role = $5""",
                        e.gridCode(),
                        e.from(),
                        at(envelope),
                        envelope.actor().user(),
                        envelope.actor().role())
                .chain(() -> run(session, "delete from grid_group where grid = $1", e.gridCode()))
                .chain(() -> run(session, "delete from grid_listed where grid = $1", e.gridCode()))
                .chain(() -> run(
                        session,
                        "insert into grid_group (grid, group_code) select $1, * from unnest($2::text[])",
                        e.gridCode(),
                        e.groupCodes().toArray(String[]::new)))
                .chain(() -> run(
                        session,
                        "insert into grid_listed (grid, household) select $1, * from unnest($2::uuid[])",
                        e.gridCode(),
                        e.households().toArray(UUID[]::new)));
    }

    private static Object at(Envelope envelope) {
        return envelope.recordedAt().atOffset(ZoneOffset.UTC);
    }

    private static Uni<Void> run(StatelessSession session, String sql, Object... values) {
        return Sql.update(session, sql, values).replaceWithVoid();
    }
}
