package org.shouwang.eventsourcing.sample;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.sample.NoteCommand.*;

/** What the tests of this module share: opening notes, writing into them, and looking at the tables. */
public final class Bench {

    public static final String VILLAGE = "610727105208";

    private Bench() {}

    public static Cause cause() {
        var id = UUID.randomUUID();
        return new Cause(
                new Actor("town-operator", "TOWN_OPERATOR", "610727105000", null),
                LocalDate.of(2026, 1, 1),
                Instant.parse("2026-01-02T03:04:05.123456789Z"),
                id,
                id,
                null);
    }

    public static UUID opened(Notes notes) {
        var id = UUID.randomUUID();
        await(() -> notes.handle(id, open(id), cause(), OptionalLong.empty()));
        return id;
    }

    public static Open open(UUID id) {
        return new Open(
                VILLAGE,
                new NoteEvent.Owner("王试", "13900000000"),
                List.of(new NoteEvent.Reader(id, new NoteEvent.Owner("李测", "13911111111"))));
    }

    public static void write(Notes notes, UUID id, String... texts) {
        await(() -> notes.handle(id, new Write(texts), cause(), OptionalLong.empty()));
    }

    public static List<Object[]> rows(Journal journal, String sql, Object... parameters) {
        return await(() -> journal.read(session -> Sql.rows(session, sql, parameters)));
    }

    public static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
