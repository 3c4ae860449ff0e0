package org.shouwang.eventsourcing.journal;

import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal.Placed;
import org.shouwang.eventsourcing.journal.Journal.Position;

/** Makes a read model anew from the journal while the service goes on. Knows all kinds of streams: what is wrong with one shows at start. */
@Singleton
@Startup
public class Rebuild {

    private static final int BATCH = 4_000;

    /** Quarters out of which streams of a kind were taken, as {@code deploy/cluster/partition-event.sql} names them. */
    private static final String DETACHED = """
            select string_agg(left(conname, 13), ', ' order by conname) from pg_constraint
            where conname like 'event\\_%\\_is\\_detached' and pg_get_constraintdef(oid) ~ ('[{,]' || $1 || '[,}]')""";

    /** @param events that were applied */
    public record Result(String readModel, long events) {}

    private final Journal journal;
    private final List<Streams<?, ?, ?>> streams;

    Rebuild(Journal journal, @All List<Streams<?, ?, ?>> streams) {
        this.journal = journal;
        this.streams = streams;
    }

    /** The names that {@link #rebuild} takes, in order. */
    public List<String> readModels() {
        return streams.stream()
                .flatMap(s -> s.projections().stream())
                .map(Projection::name)
                .distinct()
                .sorted()
                .toList();
    }

    /** One rebuild of a read model at a time; a second one begins it anew. */
    public Uni<Result> rebuild(String readModel) {
        for (var kind : streams)
            for (var projection : kind.projections())
                if (projection.name().equals(readModel)) return new Run<>(kind, projection).all();
        return Uni.createFrom().failure(new Refused(Refusal.NOT_FOUND, readModel));
    }

    private final class Run<E> {

        private final Streams<?, ?, E> kind;
        private final Projection<E> projection;
        private final Shadow shadow;
        private Position position = Position.START;
        private long events;

        @SuppressWarnings("unchecked")
        Run(Streams<?, ?, ?> kind, Projection<?> projection) {
            this.kind = (Streams<?, ?, E>) kind;
            this.projection = (Projection<E>) projection;
            this.shadow = new Shadow(projection.name(), projection.tables());
        }

        Uni<Result> all() {
            return journal.read(session -> Sql.rows(session, DETACHED, kind.kind()))
                    .invoke(rows -> {
                        if (rows.getFirst()[0] instanceof String detached)
                            throw new Refused(Refusal.QUARTER_DETACHED, detached);
                    })
                    .chain(() -> journal.once(shadow::create))
                    .chain(() -> projection instanceof RowPerStream ? streamByStream() : inOrder())
                    .chain(() -> journal.once(session -> shadow.swap(session, this::drain)))
                    .map(_ -> new Result(projection.name(), events));
        }

        private Uni<Void> inOrder() {
            return pages(page -> journal.read(session ->
                    journal.after(session, kind.kind(), page == null ? position : page.position(), BATCH, false)));
        }

        /** What is there at the beginning, each stream at once; what comes later in order. */
        private Uni<Void> streamByStream() {
            return journal.read(session -> journal.last(session, kind.kind())).chain(last -> pages(
                            page -> journal.read(session -> journal.byStream(session, kind.kind(), last, page, BATCH)))
                    .invoke(() -> position = last)
                    .chain(this::inOrder));
        }

        /** Reads the next page while one is written. @param read null: the first */
        private Uni<Void> pages(Function<Placed, Uni<List<Placed>>> read) {
            return read.apply(null).chain(first -> {
                var page = new AtomicReference<>(first);
                return Multi.createBy()
                        .repeating()
                        .uni(() -> Uni.combine()
                                .all()
                                .unis(following(read, page.get()), journal.once(session -> shadow.use(session)
                                        .chain(() -> apply(session, page.get()))))
                                .with((next, _) -> next)
                                .invoke(page::set))
                        .whilst(next -> !next.isEmpty())
                        .collect()
                        .last()
                        .replaceWithVoid();
            });
        }

        private static Uni<List<Placed>> following(Function<Placed, Uni<List<Placed>>> read, List<Placed> page) {
            return page.size() < BATCH ? Uni.createFrom().item(List.of()) : read.apply(page.getLast());
        }

        private Uni<Void> drain(StatelessSession session) {
            return Multi.createBy()
                    .repeating()
                    .uni(() -> journal.after(session, kind.kind(), position, BATCH, true)
                            .call(batch -> apply(session, batch)))
                    .whilst(batch -> batch.size() == BATCH)
                    .collect()
                    .last()
                    .replaceWithVoid();
        }

        private Uni<Void> apply(StatelessSession session, List<Placed> batch) {
            if (batch.isEmpty()) return Uni.createFrom().voidItem();
            return projection
                    .projectAll(
                            session,
                            batch.stream()
                                    .map(placed -> kind.recorded(placed.row()))
                                    .toList())
                    .invoke(() -> {
                        position = batch.getLast().position();
                        events += batch.size();
                    });
        }
    }
}
