package org.shouwang.eventsourcing.journal;

import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Recorded;

/** All streams of one kind: where a command meets its history. One transaction: read, decide, append, project. */
public abstract class Streams<C, S, E> {

    /** The calendar of the villages. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** What a command did. {@code created}: the stream began with it. */
    public record Outcome(long version, boolean created) {}

    /** One of several commands that are done together. */
    public record Step<C>(UUID id, C command, Cause cause) {}

    /** What a stream adds up to. Version 0: nothing recorded. */
    public record Current<S>(S state, long version) {}

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

    /** What one stream cannot know of the others and a command must be asked for first, in its transaction; null where there is nothing. */
    protected Function<StatelessSession, Uni<Void>> precondition(UUID id, C command, Cause cause) {
        return null;
    }

    /** The same for several commands, to be overridden where one question can be asked for all of them. */
    protected Uni<Void> preconditions(StatelessSession session, List<Step<C>> steps) {
        var all = Uni.createFrom().voidItem();
        for (var step : steps) {
            var one = precondition(step.id(), step.command(), step.cause());
            if (one != null) all = all.chain(() -> one.apply(session));
        }
        return all;
    }

    /** What a failure of the database means to the caller: a taken name, for example. */
    protected Throwable refusal(Throwable failure) {
        return failure;
    }

    /** Without an expected version a lost race is decided again; with it the caller is told. */
    public Uni<Outcome> handle(UUID id, C command, Cause cause, OptionalLong expected) {
        return journal.gathered(new Ask<>(this, id, command, null, cause, expected));
    }

    /** The same for a command that needs to be made from what is known here, in the same transaction. */
    public Uni<Outcome> handle(
            UUID id, Function<StatelessSession, Uni<C>> command, Cause cause, OptionalLong expected) {
        return journal.gathered(new Ask<>(this, id, null, command, cause, expected));
    }

    /** The same inside a transaction that already is open: for consumers, and for commands that touch two streams. */
    public Uni<Outcome> handle(StatelessSession session, UUID id, C command, Cause cause, OptionalLong expected) {
        return handleAll(session, List.of(new Step<>(id, command, cause)), expected)
                .map(List::getFirst);
    }

    /**
     * Many commands inside a transaction that already is open, all or none, those of one stream in their order: one reading, one insert.
     * What one stream cannot know of the others is asked before any of them takes effect.
     */
    public Uni<List<Outcome>> handleAll(StatelessSession session, List<Step<C>> steps) {
        return handleAll(session, steps, OptionalLong.empty());
    }

    private Uni<List<Outcome>> handleAll(StatelessSession session, List<Step<C>> steps, OptionalLong expected) {
        return preconditions(session, steps)
                .chain(() -> journal.together(
                        session,
                        steps.stream()
                                .map(step -> new Ask<>(this, step.id(), step.command(), null, step.cause(), expected))
                                .toList()));
    }

    public Uni<Current<S>> load(StatelessSession session, UUID id) {
        return loadAll(session, List.of(id)).map(found -> found.get(id));
    }

    /** In one round trip. */
    public Uni<Map<UUID, Current<S>>> loadAll(StatelessSession session, List<UUID> ids) {
        var turns = ids.stream().distinct().map(id -> new Turn<>(this, id)).toList();
        return journal.replayed(session, turns)
                .map(_ -> turns.stream().collect(toMap(Turn::id, turn -> new Current<>(turn.state(), turn.version()))));
    }

    public Uni<List<Recorded<E>>> events(StatelessSession session, UUID id) {
        return journal.rows(session, kind, id)
                .map(rows -> rows.stream().map(this::recorded).toList());
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

    Decider<C, S, E> decider() {
        return decider;
    }

    Recorded<E> recorded(Journal.Row row) {
        var e = row.stored().envelope();
        var encoded =
                new EventCatalog.Encoded(e.type(), e.revision(), row.stored().data(), row.personal());
        return new Recorded<>(catalog.decode(encoded), e);
    }
}
