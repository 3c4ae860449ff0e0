package org.shouwang.eventsourcing.journal;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.CommandFailure.Stale;
import org.shouwang.eventsourcing.journal.Streams.Outcome;

/** One stream within one transaction: what it adds up to, and what the commands of the transaction add to it. */
final class Turn<C, S, E> {

    private final Streams<C, S, E> streams;
    private final UUID id;
    private final Map<UUID, Outcome> done = new HashMap<>();
    private final List<Journal.Row> rows = new ArrayList<>();
    private final List<Recorded<E>> recorded = new ArrayList<>();
    private S state;
    private long version;
    private byte[] head = StoredEvent.START;
    private Long behind;

    Turn(Streams<C, S, E> streams, UUID id) {
        this.streams = streams;
        this.id = id;
        this.state = streams.decider().initial();
    }

    String kind() {
        return streams.kind();
    }

    UUID id() {
        return id;
    }

    S state() {
        return state;
    }

    long version() {
        return version;
    }

    /** What this transaction adds. */
    List<Journal.Row> rows() {
        return rows;
    }

    void past(long at, EventCatalog.Encoded event, UUID causation, Buffer hash, Long tx) {
        state = streams.decider().evolve(state, streams.catalog().decode(event));
        head = hash.getBytes();
        behind = tx;
        noted(causation, at);
    }

    Outcome take(C command, Cause cause, java.util.OptionalLong expected) {
        if (cause.occurredOn().isAfter(LocalDate.ofInstant(cause.recordedAt(), Streams.ZONE)))
            throw new Refused(Refusal.DATE_IN_FUTURE, cause.occurredOn().toString());
        var before = streams.area(state);
        if (before != null && !cause.actor().reaches(before)) throw new Refused(Refusal.NOT_FOUND);
        var repeated = done.get(cause.causation());
        if (repeated != null) return repeated;
        if (expected.isPresent() && expected.getAsLong() != version) throw new Stale(kind(), id, expected.getAsLong());
        return switch (streams.decider().decide(command, state)) {
            case Decision.Accepted<E>(var events) when events.isEmpty() -> new Outcome(version, false);
            case Decision.Accepted<E>(var events) -> append(events, cause);
            case Decision.Refused<E>(var reason, var details) -> throw new Refused(reason, details);
        };
    }

    Stale overtaken() {
        return new Stale(kind(), id, version - rows.size());
    }

    Uni<Void> project(StatelessSession session) {
        var all = Uni.createFrom().voidItem();
        for (var projection : streams.projections()) all = all.chain(() -> projection.project(session, id, recorded));
        return all;
    }

    private Outcome append(List<E> events, Cause cause) {
        var next = streams.decider().replay(state, events);
        var area = streams.area(next);
        if (!cause.actor().reaches(area)) throw new Refused(Refusal.AREA_OUT_OF_SCOPE);
        for (var event : events) {
            var encoded = streams.catalog().encode(event);
            noted(cause.causation(), version + 1);
            var envelope = new Envelope(
                    UUID.randomUUID(),
                    kind(),
                    id,
                    version,
                    encoded.name(),
                    encoded.revision(),
                    cause.occurredOn(),
                    cause.recordedAt().truncatedTo(ChronoUnit.MICROS),
                    cause.actor(),
                    area,
                    streams.subject(id, next),
                    cause.policy(),
                    cause.correlation(),
                    cause.causation());
            var stored = StoredEvent.chained(envelope, encoded.data(), encoded.personal(), head);
            head = stored.hash();
            rows.add(new Journal.Row(stored, encoded.personal(), behind));
            recorded.add(new Recorded<>(event, envelope));
        }
        state = next;
        return done.get(cause.causation());
    }

    /** A causation that led to several events is answered with the last, and began the stream where one of them did. */
    private void noted(UUID causation, long at) {
        version = at;
        done.merge(causation, new Outcome(at, at == 1), (first, last) -> new Outcome(last.version(), first.created()));
    }
}
