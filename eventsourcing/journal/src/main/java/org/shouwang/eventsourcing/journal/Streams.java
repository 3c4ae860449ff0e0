package org.shouwang.eventsourcing.journal;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.CommandFailure.Stale;

/** All streams of one kind: where a command meets its history. One transaction: read, decide, append, project. */
public abstract class Streams<C, S, E> {

    /** The calendar of the villages. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** What a command did. {@code created}: the stream began with it. */
    public record Outcome(long version, boolean created) {}

    /** What a stream adds up to. Version 0: nothing recorded. */
    public record Current<S>(S state, long version) {}

    private record History<S, E>(S state, List<Recorded<E>> events, byte[] head) {
        long version() {
            return events.size();
        }
    }

    private final Journal journal;
    private final String kind;
    private final Decider<C, S, E> decider;
    private final EventCatalog<E> catalog;
    private final List<Projection<E>> projections;

    protected Streams(
            Journal journal,
            String kind,
            Decider<C, S, E> decider,
            EventCatalog<E> catalog,
            List<Projection<E>> projections) {
        this.journal = journal;
        this.kind = kind;
        this.decider = decider;
        this.catalog = catalog;
        this.projections = projections;
    }

    /** The area whose staff may touch the stream, as 12 digits; null while there is nothing to protect. */
    protected abstract String area(S state);

    /** What the stream is about, the key of its messages; the stream itself unless it is about a household. */
    protected UUID subject(UUID stream, S state) {
        return stream;
    }

    /** Without an expected version a lost race is decided again; with it the caller is told. */
    public Uni<Outcome> handle(UUID id, C command, Cause cause, OptionalLong expected) {
        return handle(id, _ -> Uni.createFrom().item(command), cause, expected);
    }

    /** The same for a command that needs to be made from what is known here, in the same transaction. */
    public Uni<Outcome> handle(
            UUID id, Function<StatelessSession, Uni<C>> command, Cause cause, OptionalLong expected) {
        Function<StatelessSession, Uni<Outcome>> work =
                session -> command.apply(session).chain(c -> handle(session, id, c, cause, expected));
        return expected.isPresent() ? journal.once(work) : journal.transaction(work);
    }

    /** The same inside a transaction that already is open: for consumers, and for commands that touch two streams. */
    public Uni<Outcome> handle(StatelessSession session, UUID id, C command, Cause cause, OptionalLong expected) {
        if (cause.occurredOn().isAfter(LocalDate.ofInstant(cause.recordedAt(), ZONE)))
            return Uni.createFrom()
                    .failure(new Refused(
                            Refusal.DATE_IN_FUTURE, cause.occurredOn().toString()));
        return history(session, id).chain(history -> {
            var area = area(history.state());
            if (area != null && !cause.actor().reaches(area))
                return Uni.createFrom().failure(new Refused(Refusal.NOT_FOUND));
            var replayed = history.events().stream()
                    .map(Recorded::envelope)
                    .filter(e -> e.causation().equals(cause.causation()))
                    .toList();
            if (!replayed.isEmpty())
                return Uni.createFrom()
                        .item(new Outcome(
                                replayed.getLast().version(),
                                replayed.getFirst().version() == 1));
            if (expected.isPresent() && expected.getAsLong() != history.version())
                return Uni.createFrom().failure(new Stale(kind, id, expected.getAsLong()));
            return switch (decider.decide(command, history.state())) {
                case Decision.Accepted<E>(var events) -> append(session, id, history, events, cause);
                case Decision.Refused<E>(var reason, var details) ->
                    Uni.createFrom().failure(new Refused(reason, details));
            };
        });
    }

    public Uni<Current<S>> load(StatelessSession session, UUID id) {
        return history(session, id).map(h -> new Current<>(h.state(), h.version()));
    }

    public Uni<List<Recorded<E>>> events(StatelessSession session, UUID id) {
        return history(session, id).map(History::events);
    }

    public String kind() {
        return kind;
    }

    public EventCatalog<E> catalog() {
        return catalog;
    }

    public List<Projection<E>> projections() {
        return projections;
    }

    Recorded<E> recorded(Journal.Row row) {
        var e = row.stored().envelope();
        var encoded =
                new EventCatalog.Encoded(e.type(), e.revision(), row.stored().data(), row.personal());
        return new Recorded<>(catalog.decode(encoded), e);
    }

    private Uni<History<S, E>> history(StatelessSession session, UUID id) {
        return journal.rows(session, kind, id).map(rows -> {
            var events = rows.stream().map(this::recorded).toList();
            var state = decider.replay(
                    decider.initial(), events.stream().map(Recorded::event).toList());
            return new History<>(
                    state,
                    events,
                    rows.isEmpty() ? StoredEvent.START : rows.getLast().stored().hash());
        });
    }

    private Uni<Outcome> append(StatelessSession session, UUID id, History<S, E> history, List<E> events, Cause cause) {
        if (events.isEmpty()) return Uni.createFrom().item(new Outcome(history.version(), false));
        var state = decider.replay(history.state(), events);
        var area = area(state);
        if (!cause.actor().reaches(area)) return Uni.createFrom().failure(new Refused(Refusal.AREA_OUT_OF_SCOPE));
        var rows = new ArrayList<Journal.Row>();
        var recorded = new ArrayList<Recorded<E>>();
        var previous = history.head();
        for (var event : events) {
            var encoded = catalog.encode(event);
            var envelope = new Envelope(
                    UUID.randomUUID(),
                    kind,
                    id,
                    history.version() + rows.size() + 1,
                    encoded.name(),
                    encoded.revision(),
                    cause.occurredOn(),
                    cause.recordedAt().truncatedTo(ChronoUnit.MICROS),
                    cause.actor(),
                    area,
                    subject(id, state),
                    cause.policy(),
                    cause.correlation(),
                    cause.causation());
            var stored = StoredEvent.chained(envelope, encoded.data(), encoded.personal(), previous);
            previous = stored.hash();
            rows.add(new Journal.Row(stored, encoded.personal()));
            recorded.add(new Recorded<>(event, envelope));
        }
        return journal.insert(session, rows)
                .onFailure(f -> Sql.violates(f, "event_stream_version"))
                .transform(_ -> new Stale(kind, id, history.version()))
                .chain(() -> project(session, id, recorded))
                .replaceWith(new Outcome(history.version() + events.size(), history.version() == 0));
    }

    private Uni<Void> project(StatelessSession session, UUID id, List<Recorded<E>> events) {
        return Multi.createFrom()
                .iterable(projections)
                .onItem()
                .transformToUniAndConcatenate(p -> p.project(session, id, events))
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
