package org.shouwang.eventsourcing.journal;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal.Position;

/** Makes a read model anew from the journal while the service goes on. */
@Singleton
public class Rebuild {

    private static final int BATCH = 2_000;

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
            return journal.once(shadow::create)
                    .chain(this::fill)
                    .chain(() -> journal.once(session -> shadow.swap(session, this::drain)))
                    .map(_ -> new Result(projection.name(), events));
        }

        private Uni<Void> fill() {
            return journal.once(session -> shadow.use(session).chain(() -> step(session, false)))
                    .chain(more -> more ? fill() : Uni.createFrom().voidItem());
        }

        private Uni<Void> drain(StatelessSession session) {
            return step(session, true)
                    .chain(more -> more ? drain(session) : Uni.createFrom().voidItem());
        }

        /** One batch into the copies; true where there may be more. */
        private Uni<Boolean> step(StatelessSession session, boolean all) {
            return journal.after(session, kind.kind(), position, BATCH, all).chain(batch -> projection
                    .projectAll(
                            session,
                            batch.stream()
                                    .map(placed -> kind.recorded(placed.row()))
                                    .toList())
                    .replaceWith(() -> {
                        if (!batch.isEmpty()) position = batch.getLast().position();
                        events += batch.size();
                        return batch.size() == BATCH;
                    }));
        }
    }
}
