package org.shouwang.monitoring.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.warning.WarningEvent;
import org.shouwang.monitoring.warning.WarningEvent.*;

/** Warnings that are not settled yet, until the visit after closing. */
@Singleton
class WarningDuties extends Duties<WarningEvent> {

    /** What is to be done next about a warning. */
    enum Next {
        ENTER(Level.VILLAGE),
        ANNOTATE(Level.VILLAGE),
        ASSIGN(Level.TOWN),
        HANDLE(Level.VILLAGE),
        CLOSE(Level.VILLAGE),
        REVISIT(Level.VILLAGE);

        private final Level level;

        Next(Level level) {
            this.level = level;
        }
    }

    WarningDuties() {
        super("duty_warning");
    }

    @Override
    Level level(String step) {
        return Next.valueOf(step).level;
    }

    @Override
    Uni<?> apply(StatelessSession session, UUID id, WarningEvent event, LocalDate on) {
        return switch (event) {
            case WarningRaised e ->
                enter(
                        session,
                        Entry.of(id, Duty.WARNING, e.householdId(), e.areaCode()),
                        Next.ANNOTATE.name(),
                        e.dueOn(),
                        e.raisedOn());
            case WarningEntryAwaited e -> next(session, id, Next.ENTER, e.on());
            case WarningAnnotated e -> next(session, id, Next.ASSIGN, e.annotatedOn());
            case WarningAssigned e -> next(session, id, Next.HANDLE, e.assignedOn());
            case WarningHandled e -> next(session, id, Next.CLOSE, e.handledOn());
            case WarningClosed e ->
                dueAnew(session, id, null).chain(() -> next(session, id, Next.REVISIT, e.closedOn()));
            case WarningRevisited _ -> next(session, id, null, null);
            case WarningReopened e ->
                dueAnew(session, id, e.dueOn()).chain(() -> next(session, id, Next.ASSIGN, e.on()));
            case WarningMoved e -> moved(session, id, e.to());
            case WarningOverdue _ -> overdue(session, id, Duty.WARNING).chain(() -> escalate(session, id));
            case WarningCancelled _ -> strikeAll(session, id);
        };
    }

    /** The row stays after the last visit, without a step, since the warning may be opened again. */
    private Uni<Integer> next(StatelessSession session, UUID id, Next next, LocalDate since) {
        return next == null
                ? Sql.update(session, "update duty_warning set step = null where until is null and id = $1", id)
                : step(session, id, Duty.WARNING, next.name(), since).chain(() -> escalate(session, id));
    }

    private static Uni<Integer> dueAnew(StatelessSession session, UUID id, LocalDate dueOn) {
        return Sql.update(
                session,
                "update duty_warning set due_on = $2, overdue = false where until is null and id = $1",
                id,
                dueOn);
    }

    /** Whatever is next, once it is late it is before the town. */
    private static Uni<Integer> escalate(StatelessSession session, UUID id) {
        return Sql.update(
                session, "update duty_warning set level = 'TOWN' where until is null and overdue and id = $1", id);
    }
}
