package org.shouwang.eventsourcing.journal;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
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

    private static final String COLUMNS = """
            id, kind, stream, version, type, revision, occurred_on, recorded_at, actor, role, actor_area, dept, area, subject,
            policy, policy_version, correlation, causation, data, personal, previous, hash""";

    private static final String INSERT = """
            insert into event (%s) select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::bigint[], $5::text[], $6::int[], $7::date[],
            $8::timestamptz[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::uuid[], $15::text[], $16::int[],
            $17::uuid[], $18::uuid[], $19::text[], $20::text[], $21::bytea[], $22::bytea[])""".formatted(COLUMNS);

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
        return once(first).onFailure(f -> left > 0 && (f instanceof Stale || "40".equals(Sql.stateClass(f))))
                .recoverWithUni(f -> attempt(work, f instanceof Stale stale ? stale.stream() : contended, left - 1));
    }

    /** One transaction, tried once. */
    public <T> Uni<T> once(Function<StatelessSession, Uni<T>> work) {
        return sessions.withStatelessTransaction((session, _) -> work.apply(session)).invoke(_ -> appended.run());
    }

    /** For reading only. */
    public <T> Uni<T> read(Function<StatelessSession, Uni<T>> work) {
        return sessions.withStatelessSession(work);
    }

    /** One stream as it is stored, without what is personal, in order; for proofs and histories. */
    public Uni<List<StoredEvent>> stream(StatelessSession session, String kind, UUID stream) {
        return rows(session, kind, stream).map(rows -> rows.stream().map(Row::stored).toList());
    }

    Uni<List<Row>> rows(StatelessSession session, String kind, UUID stream) {
        return Sql.rows(session, "select " + COLUMNS + " from event where kind = $1 and stream = $2 order by version", kind, stream)
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
        return Sql.rows(session, after(" and kind = $4", all ? "" : COMMITTED), Long.toString(from.tx()), from.position(), limit, kind)
                .map(rows -> rows.stream().map(Journal::placed).toList());
    }

    private static String after(String kind, String committed) {
        return "select " + COLUMNS + ", tx::text::bigint, position from event where (tx, position) > ($1::text::xid8, $2)" + kind
                + committed + " order by tx, position limit $3";
    }

    private static Placed placed(Object[] r) {
        return new Placed(new Position((Long) r[22], (Long) r[23]), row(r));
    }

    Uni<Void> insert(StatelessSession session, List<Row> rows) {
        var n = rows.size();
        var id = new UUID[n];
        var kind = new String[n];
        var stream = new UUID[n];
        var version = new Long[n];
        var type = new String[n];
        var revision = new Integer[n];
        var occurred = new LocalDate[n];
        var recorded = new OffsetDateTime[n];
        var actor = new String[n];
        var role = new String[n];
        var actorArea = new String[n];
        var dept = new String[n];
        var area = new String[n];
        var subject = new UUID[n];
        var policy = new String[n];
        var policyVersion = new Integer[n];
        var correlation = new UUID[n];
        var causation = new UUID[n];
        var data = new String[n];
        var personal = new String[n];
        var previous = new Buffer[n];
        var hash = new Buffer[n];
        for (var i = 0; i < n; i++) {
            var stored = rows.get(i).stored();
            var e = stored.envelope();
            id[i] = e.id();
            kind[i] = e.kind();
            stream[i] = e.stream();
            version[i] = e.version();
            type[i] = e.type();
            revision[i] = e.revision();
            occurred[i] = e.occurredOn();
            recorded[i] = e.recordedAt().atOffset(ZoneOffset.UTC);
            actor[i] = e.actor().user();
            role[i] = e.actor().role();
            actorArea[i] = e.actor().area();
            dept[i] = e.actor().dept();
            area[i] = e.area();
            subject[i] = e.subject();
            policy[i] = e.policy() == null ? null : e.policy().id();
            policyVersion[i] = e.policy() == null ? null : e.policy().version();
            correlation[i] = e.correlation();
            causation[i] = e.causation();
            data[i] = stored.data();
            personal[i] = rows.get(i).personal();
            previous[i] = Buffer.buffer(stored.previous());
            hash[i] = Buffer.buffer(stored.hash());
        }
        return Sql.update(
                        session, INSERT, id, kind, stream, version, type, revision, occurred, recorded, actor, role, actorArea, dept, area,
                        subject, policy, policyVersion, correlation, causation, data, personal, previous, hash)
                .replaceWithVoid();
    }

    private static Row row(Object[] r) {
        var policy = r[14] == null ? null : new PolicyRef((String) r[14], (Integer) r[15]);
        var envelope = new Envelope(
                (UUID) r[0], (String) r[1], (UUID) r[2], (Long) r[3], (String) r[4], (Integer) r[5], (LocalDate) r[6], instant(r[7]),
                new Actor((String) r[8], (String) r[9], (String) r[10], (String) r[11]), (String) r[12], (UUID) r[13], policy,
                (UUID) r[16], (UUID) r[17]);
        var personal = (String) r[19];
        return new Row(StoredEvent.read(envelope, (String) r[18], personal, bytes(r[20]), bytes(r[21])), personal);
    }

    private static Instant instant(Object value) {
        return ((OffsetDateTime) value).toInstant();
    }

    private static byte[] bytes(Object value) {
        return ((Buffer) value).getBytes();
    }
}
