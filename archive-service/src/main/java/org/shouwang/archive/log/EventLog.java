package org.shouwang.archive.log;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Cause.PolicyRef;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.StoredEvent;

/** All that was ever published, kept apart from those who published it. */
@Singleton
public class EventLog {

    /**
     * What to look for; null fields do not narrow. Newest last.
     *
     * @param scope prefix of area codes
     * @param subject household, or any other id that an event is about
     * @param after position behind which to begin
     */
    public record Search(
            String scope,
            UUID subject,
            String service,
            String kind,
            UUID stream,
            String type,
            LocalDate from,
            LocalDate to,
            boolean faulty,
            long after,
            int limit) {}

    /** How a stream has come in. @param fault the first one on arrival; null where there was none */
    public record Arrived(
            String service,
            String kind,
            UUID stream,
            long events,
            StoredEvent.Head head,
            Long faultVersion,
            Fault fault) {}

    static final List<String> TABLES =
            List.of("archived_event", "archived_mention", "archived_stream", "archived_subject");

    /** Order of {@code archived_event e} that a rebuild keeps: what is about one subject arrives in one order, whatever else comes between. */
    public static final String AS_HAPPENED = "e.occurred_on, e.recorded_at, e.service, e.subject, e.position";

    private static final String COLUMNS = """
            e.position, e.service, e.id, e.kind, e.stream, e.version, e.type, e.revision, e.occurred_on, e.recorded_at, e.actor, e.role,
            e.actor_area, e.dept, e.area, e.subject, e.policy, e.policy_version, e.correlation, e.causation, e.data, e.personal_hash,
            e.previous, e.hash, e.fault""";

    private static final String APPEND = """
            with event as (
              insert into archived_event (service, id, kind, stream, version, type, revision, occurred_on, recorded_at, actor, role,
                actor_area, dept, area, subject, policy, policy_version, correlation, causation, data, personal_hash, previous, hash,
                fault)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)
              returning position),
            mention as (insert into archived_mention (subject, position) select unnest($25::uuid[]), position from event),
            stream as (
              insert into archived_stream as s (service, kind, stream, subject, events, version, hash, fault_version, fault)
              values ($1, $3, $4, $15, 1, $5, $23, case when $24::text is null then null else $5::bigint end, $24)
              on conflict (service, kind, stream) do update set
                events = s.events + 1,
                version = greatest(s.version, excluded.version),
                hash = case when excluded.version > s.version then excluded.hash else s.hash end,
                fault_version = coalesce(s.fault_version, excluded.fault_version),
                fault = coalesce(s.fault, excluded.fault)),
            subject as (
              insert into archived_subject as s (id, area, registered) values ($15, $14, $26)
              on conflict (id) do update set area = excluded.area, registered = s.registered or excluded.registered
              where excluded.registered or not s.registered)
            select position from event""";

    Uni<Archived> append(StatelessSession session, String service, StoredEvent event) {
        var e = event.envelope();
        return head(session, service, e.kind(), e.stream()).chain(head -> {
            var fault = Seal.fault(event, head);
            var policy = e.policy();
            var register = service.equals("household") && e.kind().equals("household");
            return Sql.rows(
                            session,
                            APPEND,
                            service,
                            e.id(),
                            e.kind(),
                            e.stream(),
                            e.version(),
                            e.type(),
                            e.revision(),
                            e.occurredOn(),
                            time(e.recordedAt()),
                            e.actor().user(),
                            e.actor().role(),
                            e.actor().area(),
                            e.actor().dept(),
                            e.area(),
                            e.subject(),
                            policy == null ? null : policy.id(),
                            policy == null ? null : policy.version(),
                            e.correlation(),
                            e.causation(),
                            event.data(),
                            buffer(event.personalHash()),
                            buffer(event.previous()),
                            buffer(event.hash()),
                            fault == null ? null : fault.name(),
                            Mentions.of(event).toArray(UUID[]::new),
                            register)
                    .map(rows -> new Archived((Long) rows.getFirst()[0], service, event, fault));
        });
    }

    /** A page of everything that a reader may see, in the order of arrival. */
    public Uni<List<Archived>> search(StatelessSession session, Search search) {
        var parameters = new ArrayList<Object>(List.of(search.after(), search.scope() + "%"));
        var sql = new StringBuilder(
                "select " + COLUMNS + " from archived_event e where e.position > $1 and e.area like $2");
        narrow(
                sql,
                parameters,
                " and exists (select from archived_mention m where m.position = e.position and m.subject = $%d)",
                search.subject());
        narrow(sql, parameters, " and e.service = $%d", search.service());
        narrow(sql, parameters, " and e.kind = $%d", search.kind());
        narrow(sql, parameters, " and e.stream = $%d", search.stream());
        narrow(sql, parameters, " and e.type = $%d", search.type());
        narrow(sql, parameters, " and e.occurred_on >= $%d", search.from());
        narrow(sql, parameters, " and e.occurred_on <= $%d", search.to());
        if (search.faulty()) sql.append(" and e.fault is not null");
        narrow(sql, parameters, " order by e.position limit $%d", search.limit());
        return events(session, sql.toString(), parameters.toArray());
    }

    /**
     * What is told of one subject, in the order in which it happened.
     *
     * @param asOf only what had happened by the end of this day; null: everything
     * @param knownAt only what had been recorded by this instant; null: everything
     */
    public Uni<List<Archived>> history(StatelessSession session, UUID subject, LocalDate asOf, Instant knownAt) {
        return events(
                session,
                "select " + COLUMNS + """
                 from archived_event e join archived_mention m using (position)
                where m.subject = $1 and ($2::date is null or e.occurred_on <= $2) and ($3::timestamptz is null or e.recorded_at <= $3)
                order by %s""".formatted(AS_HAPPENED),
                subject,
                asOf,
                knownAt == null ? null : time(knownAt));
    }

    /** One stream as it was published, by version. */
    public Uni<List<Archived>> stream(StatelessSession session, String service, String kind, UUID stream) {
        return events(
                session,
                "select " + COLUMNS
                        + " from archived_event e where e.service = $1 and e.kind = $2 and e.stream = $3 order by"
                        + " e.version, e.position",
                service,
                kind,
                stream);
    }

    /** The streams of which a subject is the subject. */
    public Uni<List<Arrived>> streams(StatelessSession session, UUID subject) {
        return Sql.rows(session, """
                        select service, kind, stream, events, version, hash, fault_version, fault from archived_stream
                        where subject = $1 order by service, kind, stream""", subject).map(rows -> rows.stream()
                .map(r -> new Arrived(
                        (String) r[0],
                        (String) r[1],
                        (UUID) r[2],
                        (Long) r[3],
                        new StoredEvent.Head((Long) r[4], bytes(r[5])),
                        (Long) r[6],
                        r[7] == null ? null : Fault.valueOf((String) r[7])))
                .toList());
    }

    /** Where a subject belongs, as 12 digits; empty where nothing of it has arrived. */
    public Uni<Optional<String>> area(StatelessSession session, UUID subject) {
        return Sql.rows(session, "select area from archived_subject where id = $1", subject)
                .map(rows -> rows.stream().map(r -> (String) r[0]).findFirst());
    }

    private static Uni<Seal.Head> head(StatelessSession session, String service, String kind, UUID stream) {
        return Sql.rows(
                        session,
                        "select version, hash from archived_stream where service = $1 and kind = $2 and stream = $3"
                                + " for update",
                        service,
                        kind,
                        stream)
                .map(rows -> rows.stream()
                        .map(r -> new Seal.Head((Long) r[0], bytes(r[1])))
                        .findFirst()
                        .orElse(Seal.Head.NONE));
    }

    private static void narrow(StringBuilder sql, List<Object> parameters, String clause, Object value) {
        if (value == null) return;
        parameters.add(value);
        sql.append(clause.formatted(parameters.size()));
    }

    private static Uni<List<Archived>> events(StatelessSession session, String sql, Object... parameters) {
        return Sql.rows(session, sql, parameters)
                .map(rows -> rows.stream().map(EventLog::event).toList());
    }

    private static Archived event(Object[] r) {
        var envelope = new Envelope(
                (UUID) r[2],
                (String) r[3],
                (UUID) r[4],
                (Long) r[5],
                (String) r[6],
                (Integer) r[7],
                (LocalDate) r[8],
                ((OffsetDateTime) r[9]).toInstant(),
                new Actor((String) r[10], (String) r[11], (String) r[12], (String) r[13]),
                (String) r[14],
                (UUID) r[15],
                r[16] == null ? null : new PolicyRef((String) r[16], (Integer) r[17]),
                (UUID) r[18],
                (UUID) r[19]);
        var stored = new StoredEvent(
                envelope, (String) r[20], r[21] == null ? null : bytes(r[21]), bytes(r[22]), bytes(r[23]));
        return new Archived((Long) r[0], (String) r[1], stored, r[24] == null ? null : Fault.valueOf((String) r[24]));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Buffer buffer(byte[] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }

    private static byte[] bytes(Object value) {
        return ((Buffer) value).getBytes();
    }
}
