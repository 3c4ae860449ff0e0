package org.shouwang.monitoring.deadline;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;

/**
 * A table that can still say how it stood on any day: the rows that hold today have no {@code until}; what an event changes is kept as
 * it was until the day on which that happened.
 */
abstract class Dated<E> implements Projection<E> {

    /** Parameters of a query on such a table: the rows that held on the day {@code $2}. */
    static final String HELD = " from_on <= $2 and (until is null or until > $2)";

    /** The same, of a table that goes by another name in the query. */
    static String held(String alias) {
        return " A.from_on <= $2 and (A.until is null or A.until > $2)".replace("A.", alias + ".");
    }

    final String table;
    private final String key;
    private final String columns;

    /** @param key column of the stream's id @param columns all others but {@code from_on} and {@code until} */
    Dated(String table, String key, String columns) {
        this.table = table;
        this.key = key;
        this.columns = columns;
    }

    /** Changes the rows without {@code until}. @param on when it happened */
    abstract Uni<?> apply(StatelessSession session, UUID id, E event, LocalDate on);

    @Override
    public final List<String> tables() {
        return List.of(table);
    }

    @Override
    public final Uni<Void> project(StatelessSession session, UUID id, List<Recorded<E>> events) {
        return Projection.each(events, recorded -> {
            var on = recorded.envelope().occurredOn();
            return keep(session, id, on)
                    .chain(() -> apply(session, id, recorded.event(), on))
                    .chain(() -> date(session, id, on));
        });
    }

    private Uni<Integer> keep(StatelessSession session, UUID id, LocalDate on) {
        return Sql.update(
                session,
                "insert into " + table + " (" + key + ", " + columns + ", from_on, until) select " + key + ", "
                        + columns + ", from_on, $2 from " + table + " where " + key
                        + " = $1 and until is null and from_on < $2",
                id,
                on);
    }

    private Uni<Integer> date(StatelessSession session, UUID id, LocalDate on) {
        return Sql.update(
                session,
                "update " + table + " set from_on = $2 where " + key + " = $1 and until is null and from_on < $2",
                id,
                on);
    }
}
