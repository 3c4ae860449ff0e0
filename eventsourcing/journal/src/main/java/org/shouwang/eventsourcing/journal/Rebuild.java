package org.shouwang.eventsourcing.journal;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal.Placed;
import org.shouwang.eventsourcing.journal.Journal.Position;

/**
 * Makes a read model anew from the journal while the service goes on: copies of its tables are filled in a schema of their own;
 * then the old tables are locked, what came in meanwhile is added, and the copies take their place, all in one transaction.
 * Commands that write this read model wait for that last transaction; queries wait for its commit.
 */
@Singleton
public class Rebuild {

    private static final int BATCH = 1_000;

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
                .map(Rebuild::name)
                .distinct()
                .sorted()
                .toList();
    }

    /** One rebuild at a time per database; a second one waits. */
    public Uni<Result> rebuild(String readModel) {
        for (var kind : streams)
            for (var projection : kind.projections())
                if (name(projection).equals(readModel)) return new Run<>(kind, projection).all();
        return Uni.createFrom().failure(new Refused(Refusal.NOT_FOUND, readModel));
    }

    private static String name(Projection<?> projection) {
        return projection.getClass().getSimpleName().replace("_Subclass", "").replace("_ClientProxy", "");
    }

    private final class Run<E> {

        private final Streams<?, ?, E> kind;
        private final Projection<E> projection;
        private final String schema;
        private Position position = Position.START;
        private long events;

        @SuppressWarnings("unchecked")
        Run(Streams<?, ?, ?> kind, Projection<?> projection) {
            this.kind = (Streams<?, ?, E>) kind;
            this.projection = (Projection<E>) projection;
            this.schema = "rebuild_" + name(projection).toLowerCase(java.util.Locale.ROOT);
        }

        Uni<Result> all() {
            return journal.once(this::copyTables)
                    .chain(this::fill)
                    .chain(() -> journal.once(this::swap))
                    .map(_ -> new Result(name(projection), events));
        }

        private Uni<Void> copyTables(StatelessSession session) {
            return each(
                    session,
                    "drop schema if exists %s cascade".formatted(schema),
                    "create schema %s".formatted(schema),
                    tables("create table %2$s.%1$s (like public.%1$s including all)"));
        }

        private Uni<Void> fill() {
            return journal.once(session -> step(session, false))
                    .chain(more -> more ? fill() : Uni.createFrom().voidItem());
        }

        private Uni<Void> swap(StatelessSession session) {
            return each(session, tables("lock table public.%1$s in access exclusive mode"))
                    .chain(() -> drain(session))
                    .chain(() -> each(
                            session,
                            "set local search_path = public",
                            tables("drop table public.%1$s"),
                            tables("alter table %2$s.%1$s set schema public"),
                            "drop schema %s".formatted(schema)));
        }

        private Uni<Void> drain(StatelessSession session) {
            return step(session, true)
                    .chain(more -> more ? drain(session) : Uni.createFrom().voidItem());
        }

        /** One batch into the copies; true where there may be more. */
        private Uni<Boolean> step(StatelessSession session, boolean all) {
            return each(session, "set local search_path = %s, public".formatted(schema))
                    .chain(() -> journal.after(session, kind.kind(), position, BATCH, all))
                    .chain(batch -> apply(session, batch).replaceWith(() -> {
                        if (!batch.isEmpty()) position = batch.getLast().position();
                        events += batch.size();
                        return batch.size() == BATCH;
                    }));
        }

        private Uni<Void> apply(StatelessSession session, List<Placed> batch) {
            var byStream = new LinkedHashMap<UUID, List<Recorded<E>>>();
            for (var placed : batch)
                byStream.computeIfAbsent(placed.event().envelope().stream(), _ -> new java.util.ArrayList<>())
                        .add(kind.recorded(placed.row()));
            return Multi.createFrom()
                    .iterable(byStream.entrySet())
                    .onItem()
                    .transformToUniAndConcatenate(e -> projection.project(session, e.getKey(), e.getValue()))
                    .collect()
                    .asList()
                    .replaceWithVoid();
        }

        private String tables(String statement) {
            return String.join(
                    ";",
                    projection.tables().stream()
                            .map(table -> statement.formatted(table, schema))
                            .toList());
        }

        private static Uni<Void> each(StatelessSession session, String... statements) {
            return Multi.createFrom()
                    .items(String.join(";", statements).split(";"))
                    .onItem()
                    .transformToUniAndConcatenate(statement -> Sql.update(session, statement))
                    .collect()
                    .asList()
                    .replaceWithVoid();
        }
    }
}
