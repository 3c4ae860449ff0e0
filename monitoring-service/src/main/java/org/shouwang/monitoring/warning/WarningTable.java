package org.shouwang.monitoring.warning;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.warning.WarningEvent.*;

/** One row per warning, for lists and calendars. */
@Singleton
class WarningTable implements Projection<WarningEvent> {

    @Override
    public List<String> tables() {
        return List.of("warning");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID id, List<Recorded<WarningEvent>> events) {
        return Projection.each(events, recorded -> apply(session, id, recorded.event())
                .chain(() -> Sql.update(
                        session,
                        "update warning set version = $2 where id = $1",
                        id,
                        recorded.envelope().version())));
    }

    private static Uni<Integer> apply(StatelessSession session, UUID id, WarningEvent event) {
        return switch (event) {
            case WarningRaised e ->
                Sql.update(
                        session,
                        """
                        insert into warning (id, household, area_code, episode, item, level, source, text, raised_on, due_on, stage, overdue, version, clue_id)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'RAISED', false, 0, $11)
                        """,
                        id,
                        e.householdId(),
                        e.areaCode(),
                        e.episode(),
                        e.item().name(),
                        e.level().name(),
                        e.source().name(),
                        e.text(),
                        e.raisedOn(),
                        e.dueOn(),
                        e.clueId());
            case WarningEntryAwaited _ -> stage(session, id, WarningStage.ENTRY_PENDING);
            case WarningAnnotated _ -> stage(session, id, WarningStage.ANNOTATED);
            case WarningAssigned e ->
                Sql.update(
                        session,
                        "update warning set stage = 'ASSIGNED', dept = $2, responsible = $3 where id = $1",
                        id,
                        e.dept(),
                        e.responsible());
            case WarningHandled e ->
                Sql.update(
                        session, "update warning set stage = 'IN_HANDLING', action = $2 where id = $1", id, e.action());
            case WarningClosed e ->
                Sql.update(
                        session, "update warning set stage = 'CLOSED', closed_on = $2 where id = $1", id, e.closedOn());
            case WarningRevisited e ->
                Sql.update(
                        session,
                        "update warning set stage = 'REVISITED', revisited_on = $2 where id = $1",
                        id,
                        e.revisitedOn());
            case WarningReopened e ->
                Sql.update(
                        session,
                        "update warning set stage = 'ANNOTATED', due_on = $2, overdue = false, action = null, closed_on = null, revisited_on = null where id = $1",
                        id,
                        e.dueOn());
            case WarningMoved e -> Sql.update(session, "update warning set area_code = $2 where id = $1", id, e.to());
            case WarningOverdue _ -> Sql.update(session, "update warning set overdue = true where id = $1", id);
            case WarningCancelled e ->
                Sql.update(session, "update warning set stage = 'CANCELLED', closed_on = $2 where id = $1", id, e.on());
        };
    }

    private static Uni<Integer> stage(StatelessSession session, UUID id, WarningStage stage) {
        return Sql.update(session, "update warning set stage = $2 where id = $1", id, stage.name());
    }
}
