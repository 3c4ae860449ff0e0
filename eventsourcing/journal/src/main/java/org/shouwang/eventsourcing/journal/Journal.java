package org.shouwang.eventsourcing.journal;

import static java.util.stream.Collectors.joining;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.lang.reflect.Array;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Cause.PolicyRef;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.journal.CommandFailure.Stale;

/** The event table of one service. All reading and appending of history goes through here. */
@Singleton
public class Journal {

    /** An event row with the part that stays here. */
    public record Row(StoredEvent stored, String personal) {}

    /** Where a reader of the whole journal stands, in commit-safe order. */
    public record Position(long tx, long position) {
        public static final Position START = new Position(0, 0);
    }

    /** An event of the whole journal with the position to go on from. */
    public record Placed(Position position, Row row) {
        public StoredEvent event() {
            return row.stored();
        }
    }

    /** A column: its name, its type in PostgreSQL and as the driver takes it, and where its value lies. */
    private record Column(String name, String type, Class<?> java, Function<Row, Object> value) {
        static Column of(String name, String type, Class<?> java, Function<Envelope, Object> value) {
            return new Column(name, type, java, row -> value.apply(row.stored().envelope()));
        }

        Object array(List<Row> rows) {
            var array = Array.newInstance(java, rows.size());
            for (var i = 0; i < rows.size(); i++) Array.set(array, i, value.apply(rows.get(i)));
            return array;
        }
    }

    private static final List<Column> COLUMNS = List.of(
            Column.of("id", "uuid", UUID.class, Envelope::id),
            Column.of("kind", "text", String.class, Envelope::kind),
            Column.of("stream", "uuid", UUID.class, Envelope::stream),
            Column.of("version", "bigint", Long.class, Envelope::version),
            Column.of("type", "text", String.class, Envelope::type),
            Column.of("revision", "int", Integer.class, Envelope::revision),
            Column.of("occurred_on", "date", LocalDate.class, Envelope::occurredOn),
            Column.of("recorded_at", "timestamptz", OffsetDateTime.class, e -> e.recordedAt()
                    .atOffset(ZoneOffset.UTC)),
            Column.of("actor", "text", String.class, e -> e.actor().user()),
            Column.of("role", "text", String.class, e -> e.actor().role()),
            Column.of("actor_area", "text", String.class, e -> e.actor().area()),
            Column.of("dept", "text", String.class, e -> e.actor().dept()),
            Column.of("area", "text", String.class, Envelope::area),
            Column.of("subject", "uuid", UUID.class, Envelope::subject),
            Column.of(
                    "policy",
                    "text",
                    String.class,
                    e -> e.policy() == null ? null : e.policy().id()),
            Column.of(
                    "policy_version",
                    "int",
                    Integer.class,
                    e -> e.policy() == null ? null : e.policy().version()),
            Column.of("correlation", "uuid", UUID.class, Envelope::correlation),
            Column.of("causation", "uuid", UUID.class, Envelope::causation),
            new Column("data", "text", String.class, row -> row.stored().data()),
            new Column("personal", "text", String.class, Row::personal),
            new Column(
                    "previous",
                    "bytea",
                    Buffer.class,
                    row -> Buffer.buffer(row.stored().previous())),
            new Column(
                    "hash",
                    "bytea",
                    Buffer.class,
                    row -> Buffer.buffer(row.stored().hash())));

    private static final String NAMES = COLUMNS.stream().map(Column::name).collect(joining(", "));

    private static final String INSERT = "insert into event (" + NAMES + ") select * from unnest("
            + IntStream.range(0, COLUMNS.size())
                    .mapToObj(i -> "$" + (i + 1) + "::" + COLUMNS.get(i).type() + "[]")
                    .collect(joining(", "))
            + ")";

    private static final String COMMITTED = " and tx < pg_snapshot_xmin(pg_current_snapshot())";

    private static final int RACES = 20;

    private final SessionFactory sessions;
    private volatile Runnable appended = () -> {};

    Journal(SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Called after each commit that may have appended; at most one listener, the feed. */
    public void onAppended(Runnable listener) {
        appended = listener;
    }

    /** One transaction; where a race over a stream was lost, again (at most 20 times), then waiting in line for that stream. */
    public <T> Uni<T> transaction(Function<StatelessSession, Uni<T>> work) {
        return attempt(work, null, RACES);
    }

    private <T> Uni<T> attempt(Function<StatelessSession, Uni<T>> work, String contended, int left) {
        Function<StatelessSession, Uni<T>> first = contended == null
                ? work
                : session -> Sql.rows(session, "select pg_advisory_xact_lock(hashtextextended($1, 0))", contended)
                        .chain(() -> work.apply(session));
        return once(first)
                .onFailure(f -> left > 0 && (f instanceof Stale || "40".equals(Sql.stateClass(f))))
                .recoverWithUni(f -> attempt(work, f instanceof Stale stale ? stale.stream() : contended, left - 1));
    }

    /** One transaction, tried once. */
    public <T> Uni<T> once(Function<StatelessSession, Uni<T>> work) {
        return sessions.withStatelessTransaction((session, _) -> work.apply(session))
                .invoke(_ -> appended.run());
    }

    /** For reading only. */
    public <T> Uni<T> read(Function<StatelessSession, Uni<T>> work) {
        return sessions.withStatelessSession(work);
    }

    /** One stream as it is stored, without what is personal, in order; for proofs and histories. */
    public Uni<List<StoredEvent>> stream(StatelessSession session, String kind, UUID stream) {
        return rows(session, kind, stream)
                .map(rows -> rows.stream().map(Row::stored).toList());
    }

    Uni<List<Row>> rows(StatelessSession session, String kind, UUID stream) {
        return Sql.rows(
                        session,
                        "select " + NAMES + " from event where kind = $1 and stream = $2 order by version",
                        kind,
                        stream)
                .map(rows -> rows.stream().map(Journal::row).toList());
    }

    /** Up to {@code limit} events behind a position, only those that no open transaction can get ahead of; on the feed's own connection. */
    public Uni<List<Placed>> after(SqlConnection connection, Position from, int limit) {
        return connection
                .preparedQuery(after("", COMMITTED))
                .execute(Tuple.of(Long.toString(from.tx()), from.position(), limit))
                .map(rows -> {
                    var placed = new ArrayList<Placed>(rows.size());
                    for (var row : rows) {
                        var values = new Object[row.size()];
                        for (var i = 0; i < values.length; i++) values[i] = row.getValue(i);
                        placed.add(placed(values));
                    }
                    return placed;
                });
    }

    /** The same for one kind; with {@code all} also what is newer than an open transaction, for who has locked the writers out. */
    Uni<List<Placed>> after(StatelessSession session, String kind, Position from, int limit, boolean all) {
        return Sql.rows(
                        session,
                        after(" and kind = $4", all ? "" : COMMITTED),
                        Long.toString(from.tx()),
                        from.position(),
                        limit,
                        kind)
                .map(rows -> rows.stream().map(Journal::placed).toList());
    }

    private static String after(String kind, String committed) {
        return "select " + NAMES
                + ", tx::text::bigint, position from event where (tx, position) > ($1::text::xid8, $2)" + kind
                + committed + " order by tx, position limit $3";
    }

    private static Placed placed(Object[] r) {
        return new Placed(new Position((Long) r[22], (Long) r[23]), row(r));
    }

    /** One statement, whatever the number of events. */
    Uni<Void> insert(StatelessSession session, List<Row> rows) {
        return Sql.update(
                        session,
                        INSERT,
                        COLUMNS.stream().map(column -> column.array(rows)).toArray())
                .replaceWithVoid();
    }

    private static Row row(Object[] r) {
        var values = Arrays.asList(r).iterator();
        var envelope = new Envelope(
                next(values),
                next(values),
                next(values),
                next(values),
                next(values),
                next(values),
                next(values),
                Journal.<OffsetDateTime>next(values).toInstant(),
                new Actor(next(values), next(values), next(values), next(values)),
                next(values),
                next(values),
                policy(next(values), next(values)),
                next(values),
                next(values));
        String data = next(values);
        String personal = next(values);
        return new Row(StoredEvent.read(envelope, data, personal, bytes(next(values)), bytes(next(values))), personal);
    }

    @SuppressWarnings("unchecked")
    private static <T> T next(Iterator<Object> values) {
        return (T) values.next();
    }

    private static PolicyRef policy(String id, Integer version) {
        return id == null ? null : new PolicyRef(id, version);
    }

    private static byte[] bytes(Buffer value) {
        return value.getBytes();
    }
}
