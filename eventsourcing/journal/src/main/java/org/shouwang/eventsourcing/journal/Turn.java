package org.shouwang.eventsourcing.journal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

/** One stream as far as it was read: what it adds up to, and what the commands of a transaction add to it. */
final class Turn<C, S, E> {

    /** What commands have added and is yet to be written. */
    record Added<E>(Turn<?, ?, E> turn, List<Journal.Row> rows, List<Recorded<E>> recorded) {

        Stale overtaken() {
            return new Stale(turn.kind(), turn.id(), turn.version() - rows.size());
        }
    }

    /** In the order in which they are drawn, so that indexes over them grow at their end. */
    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    private final Streams<C, S, E> streams;
    private final UUID id;
    private final Map<UUID, Outcome> done = new HashMap<>();
    private List<Journal.Row> rows = new ArrayList<>();
    private List<Recorded<E>> recorded = new ArrayList<>();
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

    /** What was added since this was asked last. */
    Added<E> added() {
        var added = new Added<>(this, rows, recorded);
        rows = new ArrayList<>();
        recorded = new ArrayList<>();
        return added;
    }

    /** What was added is committed: who adds next will be later. */
    void settled() {
        behind = null;
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

    /** All read models in step, kind by kind. */
    static Uni<Void> project(StatelessSession session, List<Added<?>> added) {
        var kinds = added.stream().collect(groupingBy(a -> a.turn().streams, LinkedHashMap::new, toList()));
        var all = Uni.createFrom().voidItem();
        for (var kind : kinds.entrySet()) all = all.chain(() -> project(session, kind.getKey(), kind.getValue()));
        return all;
    }

    @SuppressWarnings("unchecked")
    private static <E> Uni<Void> project(StatelessSession session, Streams<?, ?, E> streams, List<Added<?>> added) {
        var recorded =
                added.stream().flatMap(a -> ((Added<E>) a).recorded().stream()).toList();
        var all = Uni.createFrom().voidItem();
        for (var projection : streams.projections()) all = all.chain(() -> projection.projectAll(session, recorded));
        return all;
    }

    private Outcome append(List<E> events, Cause cause) {
        var next = streams.decider().replay(state, events);
        var area = streams.area(next);
        if (!cause.actor().reaches(area)) throw new Refused(Refusal.AREA_OUT_OF_SCOPE);
        var encoded = events.stream().map(streams.catalog()::encode).toList();
        for (var i = 0; i < encoded.size(); i++) {
            noted(cause.causation(), version + 1);
            var envelope = new Envelope(
                    IDS.generate(),
                    kind(),
                    id,
                    version,
                    encoded.get(i).name(),
                    encoded.get(i).revision(),
                    cause.occurredOn(),
                    cause.recordedAt().truncatedTo(ChronoUnit.MICROS),
                    cause.actor(),
                    area,
                    streams.subject(id, next),
                    cause.policy(),
                    cause.correlation(),
                    cause.causation());
            var personal = encoded.get(i).personal();
            var stored = StoredEvent.chained(envelope, encoded.get(i).data(), personal, head);
            head = stored.hash();
            rows.add(new Journal.Row(stored, personal, behind));
            recorded.add(new Recorded<>(events.get(i), envelope));
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
