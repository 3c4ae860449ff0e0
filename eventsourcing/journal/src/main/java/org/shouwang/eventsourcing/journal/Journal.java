package org.shouwang.eventsourcing.journal;

import static org.shouwang.eventsourcing.journal.EventColumns.NAMES;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.CommandFailure.Stale;

/** The event table of one service. All reading and appending of history goes through here. */
@Singleton
public class Journal {

    /** An event row with the part that stays here. @param behind transaction whose events come before it; null: its own says enough */
    public record Row(StoredEvent stored, String personal, Long behind) {}

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

    private static final Attribute[] ATTRIBUTES = Attribute.values();

    /** The last column is null where this transaction has no number yet: it will be later than all that it can read. */
    private static final String PAST = " version, type, revision, data, personal, causation, hash,"
            + " case when pg_current_xact_id_if_assigned() is not null then tx::text::bigint end from event ";

    private static final int PAST_COLUMNS = 8;

    private static final String ORDER = " order by version";

    static final String COMMITTED = " and tx < pg_snapshot_xmin(pg_current_snapshot())";

    private static final int RACES = 20;

    private final SessionFactory sessions;
    private final Gatherer gatherer;
    private volatile Runnable appended = () -> {};

    Journal(SessionFactory sessions, Vertx vertx) {
        this.sessions = sessions;
        this.gatherer = new Gatherer(this, vertx);
    }

    /** Called after each commit that may have appended; at most one listener, the feed. */
    public void onAppended(Runnable listener) {
        appended = listener;
    }

    /** The command, in a transaction that it shares with those that wait at the same moment. */
    Uni<Streams.Outcome> gathered(Ask<?, ?, ?> ask) {
        return gatherer.submit(ask);
    }

    /** The commands in a transaction that is already open, all or none. */
    Uni<List<Streams.Outcome>> together(StatelessSession session, List<? extends Ask<?, ?, ?>> asks) {
        return gatherer.together(session, asks);
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
                .onFailure(f -> left > 0 && (f instanceof Stale || Sql.clash(f)))
                .recoverWithUni(f -> attempt(work, f instanceof Stale stale ? stale.stream() : contended, left - 1));
    }

    /**
     * One transaction, tried once. It goes to its end whoever stops waiting for it. Its beginning travels with the first statement
     * of the work; a failure that the work swallowed shows before the commit, so that nothing is told as done that was not.
     */
    public <T> Uni<T> once(Function<StatelessSession, Uni<T>> work) {
        Uni<Object[]> transaction = sessions.openStatelessSession().chain(session -> Uni.combine()
                .all()
                .unis(Sql.run(session, "begin"), Uni.createFrom().deferred(() -> work.apply(session)))
                .with((_, result) -> new Object[] {result})
                .call(() -> Sql.run(session, "close all; commit"))
                .onFailure()
                .call(() -> Sql.run(session, "rollback").onFailure().recoverWithNull())
                .eventually(session::close));
        return toItsEnd(transaction).map(Journal::item);
    }

    /** A statement that is a transaction by itself: begin and commit would be a second way to the database and back. It goes to its end too. */
    Uni<Void> alone(Function<StatelessSession, Uni<Void>> statement) {
        return toItsEnd(sessions.openStatelessSession()
                .chain(session -> statement.apply(session).eventually(session::close)));
    }

    private <T> Uni<T> toItsEnd(Uni<T> transaction) {
        return Uni.createFrom()
                .<T>emitter(emitter -> transaction.subscribe().with(emitter::complete, emitter::fail))
                .invoke(_ -> appended.run());
    }

    @SuppressWarnings("unchecked")
    private static <T> T item(Object[] done) {
        return (T) done[0];
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
                        "select " + NAMES + " from event where kind = $1 and stream = $2" + ORDER,
                        kind,
                        stream)
                .map(rows -> rows.stream().map(Journal::row).toList());
    }

    /** These streams replayed from where they were read to, in one round trip. */
    Uni<Void> replayed(StatelessSession session, Collection<? extends Turn<?, ?, ?>> turns) {
        var asked = List.copyOf(turns);
        var one = asked.getFirst();
        var rows = asked.size() == 1
                ? Sql.rows(
                        session,
                        "select" + PAST + "where kind = $1 and stream = $2 and version > $3" + ORDER,
                        one.kind(),
                        one.id(),
                        one.version())
                : Sql.rows(
                        session,
                        "select e.*, n from unnest($1::text[], $2::uuid[], $3::bigint[]) with ordinality as asked (k, s, v, n), lateral (select"
                                + PAST + "where kind = k and stream = s and version > v" + ORDER + ") e",
                        asked.stream().map(Turn::kind).toArray(String[]::new),
                        asked.stream().map(Turn::id).toArray(UUID[]::new),
                        asked.stream().map(Turn::version).toArray(Long[]::new));
        return rows.invoke(found -> {
                    for (var r : found)
                        asked.get(r.length == PAST_COLUMNS ? 0 : ((Long) r[PAST_COLUMNS]).intValue() - 1)
                                .past(
                                        (Long) r[0],
                                        new EventCatalog.Encoded(
                                                (String) r[1], (Integer) r[2], (String) r[3], (String) r[4]),
                                        (UUID) r[5],
                                        (Buffer) r[6],
                                        (Long) r[7]);
                })
                .replaceWithVoid();
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

    /** Where the committed events of a kind end just now. */
    Uni<Position> last(StatelessSession session, String kind) {
        return Sql.rows(
                        session,
                        "select tx::text::bigint, position from event where kind = $1" + COMMITTED
                                + " order by event.tx desc, position desc limit 1",
                        kind)
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(r -> new Position((Long) r[0], (Long) r[1]))
                        .orElse(Position.START));
    }

    /** Whole streams of a kind one after another, as far as they go up to a position. @param from null: from the first */
    Uni<List<Placed>> byStream(StatelessSession session, String kind, Position upTo, Placed from, int limit) {
        return Sql.rows(
                        session,
                        "select " + NAMES + ", tx::text::bigint, position from event where kind = $1"
                                + " and (stream, version) > ($2, $3) and (tx, position) <= ($4::text::xid8, $5)"
                                + " order by stream, version limit $6",
                        kind,
                        from == null ? new UUID(0, 0) : from.event().envelope().stream(),
                        from == null ? 0L : from.event().envelope().version(),
                        Long.toString(upTo.tx()),
                        upTo.position(),
                        limit)
                .map(rows -> rows.stream().map(Journal::placed).toList());
    }

    /** {@code event.tx}, because {@code tx} would mean what is selected, by which no index is ordered. */
    static String after(String kind, String committed) {
        return "select " + NAMES
                + ", tx::text::bigint, position from event where (tx, position) > ($1::text::xid8, $2)" + kind
                + committed + " order by event.tx, position limit $3";
    }

    private static Placed placed(Object[] r) {
        return new Placed(new Position((Long) r[ATTRIBUTES.length + 4], (Long) r[ATTRIBUTES.length + 5]), row(r));
    }

    private static Row row(Object[] r) {
        var next = ATTRIBUTES.length;
        var personal = (String) r[next + 1];
        return new Row(
                new StoredEvent(
                        Attribute.envelope(attribute -> r[attribute.ordinal()]),
                        (String) r[next],
                        StoredEvent.personalHash(personal),
                        ((Buffer) r[next + 2]).getBytes(),
                        ((Buffer) r[next + 3]).getBytes()),
                personal,
                null);
    }
}
