package org.shouwang.bench.ours;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.shouwang.bench.Feature;
import org.shouwang.bench.Fill;
import org.shouwang.bench.Measured;
import org.shouwang.bench.NoteEvent.IncomeNoted;
import org.shouwang.bench.Store;
import org.shouwang.bench.Task;
import org.shouwang.bench.Worker;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Rebuild;
import org.shouwang.eventsourcing.journal.Streams;

/**
 * Ours, called as a service's endpoints call it: on event loops, each command in a context of its own. Appends go through
 * {@link Streams#handle} too, as commands that begin a stream and expect version 0.
 */
@Singleton
public class OursStore implements Store, Feature {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final int PAGE = 5_000;

    /** Copies do not continue the hash chain; nothing here checks it. */
    private static final Map<String, String> COPIED = Map.of(
            "id",
            "gen_random_uuid()",
            "kind",
            "'note'",
            "stream",
            ":stream",
            "version",
            ":version",
            "subject",
            ":stream");

    private final VertxInternal vertx;
    private final Journal journal;
    private final Plain plain;
    private final Notes notes;
    private final Rebuild rebuild;
    private final Pool pool;
    private final FeedRows feedRows;

    OursStore(Vertx vertx, Journal journal, Plain plain, Notes notes, Rebuild rebuild, Pool pool, FeedRows feedRows) {
        this.vertx = (VertxInternal) vertx;
        this.journal = journal;
        this.plain = plain;
        this.notes = notes;
        this.rebuild = rebuild;
        this.pool = pool;
        this.feedRows = feedRows;
    }

    /** The next event loop. */
    @Override
    public Executor caller() {
        var context = vertx.createEventLoopContext();
        return task -> context.runOnContext(_ -> task.run());
    }

    @Override
    public CompletionStage<Integer> begin(UUID stream, List<IncomeNoted> events) {
        return inContext(() -> handle(plain, stream, events, OptionalLong.of(0)));
    }

    @Override
    public CompletionStage<Integer> load(UUID stream) {
        return inContext(
                () -> journal.read(session -> plain.load(session, stream)).map(c -> (int) c.version()));
    }

    @Override
    public CompletionStage<Integer> command(UUID stream, IncomeNoted event) {
        return inContext(() -> handle(notes, stream, List.of(event), OptionalLong.empty()));
    }

    @Override
    public CompletionStage<Integer> beginForCommands(UUID stream, List<IncomeNoted> events) {
        return inContext(() -> handle(notes, stream, events, OptionalLong.of(0)));
    }

    /** A page is decoded while the next is read. */
    @Override
    public long readAll(long deadline) {
        var connection = pool.getConnectionAndAwait();
        try {
            var count = 0L;
            var next = read(connection, Journal.Position.START);
            while (System.nanoTime() < deadline) {
                var page = next.join();
                if (page.size() == PAGE) next = read(connection, page.getLast().position());
                for (var placed : page) {
                    var event = placed.event();
                    notes.catalog()
                            .decode(new EventCatalog.Encoded(
                                    event.envelope().type(),
                                    event.envelope().revision(),
                                    event.data(),
                                    placed.row().personal()));
                }
                count += page.size();
                if (page.size() < PAGE) break;
            }
            return count;
        } finally {
            connection.closeAndAwait();
        }
    }

    private CompletableFuture<List<Journal.Placed>> read(SqlConnection connection, Journal.Position from) {
        return journal.after(connection, from, PAGE).subscribeAsCompletionStage();
    }

    @Override
    public Measured take(Task task) throws Exception {
        var readModel =
                switch (task.row()) {
                    case "rebuild" -> "NoteTable";
                    case "rebuild-each" -> "NoteLines";
                    default -> null;
                };
        if (readModel == null) return feedRows.take(this, task);
        var begin = System.nanoTime();
        var result = inContext(() -> rebuild.rebuild(readModel)).get();
        return Measured.of(result.events(), System.nanoTime() - begin);
    }

    /** In transactions that were long ago, one after another, as if commands had written them. */
    @Override
    public void fill(Connection connection, UUID template, long events) throws SQLException {
        var expressions = new HashMap<>(COPIED);
        expressions.put("tx", "(3 + g * (pg_current_xact_id()::text::bigint - 4) / :events)::text::xid8");
        Fill.much(connection, "event", "stream", template, events, expressions);
    }

    /** In a transaction of now, which the feed has not read. */
    void fillNow(Connection connection, UUID template, long events) throws SQLException {
        Fill.copy(connection, "event", "stream", template, events, COPIED);
    }

    @Override
    public void close() {}

    private static Uni<Integer> handle(
            Streams<Note, ?, ?> streams, UUID stream, List<IncomeNoted> events, OptionalLong expected) {
        return streams.handle(stream, new Note(events), cause(), expected).replaceWith(events.size());
    }

    private static Cause cause() {
        var id = Worker.id();
        return new Cause(Actor.system("bench"), DAY, Instant.now(), id, id, null);
    }

    private <T> CompletableFuture<T> inContext(Supplier<Uni<T>> work) {
        var done = new CompletableFuture<T>();
        Context root = vertx.getContext() == null ? vertx.createEventLoopContext() : vertx.getContext();
        var context = VertxContext.createNewDuplicatedContext(VertxContext.getRootContext(root));
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(_ -> work.get().subscribe().with(done::complete, done::completeExceptionally));
        return done;
    }
}
