package org.shouwang.eventsourcing.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.CommandFailure.Stale;
import org.shouwang.eventsourcing.journal.Journal.Placed;
import org.shouwang.eventsourcing.journal.Journal.Position;
import org.shouwang.eventsourcing.sample.Bench;
import org.shouwang.eventsourcing.sample.NoteCommand.Open;
import org.shouwang.eventsourcing.sample.NoteCommand.Write;
import org.shouwang.eventsourcing.sample.NoteEvent;
import org.shouwang.eventsourcing.sample.Notes;
import org.shouwang.eventsourcing.testing.Servers;

/** The operators' script that divides a running service's event table, and what the journal is on a table that it divided. */
@QuarkusTest
@WithTestResource(Servers.class)
class PartitionsTest {

    private static final Path SCRIPT = Path.of("../../deploy/cluster/partition-event.sql");
    private static final UUID RANDOM = UUID.fromString("c0000000-0000-4000-8000-000000000001");

    /** A random id that its first bits put among those of spring 2024. */
    private static final UUID STRAY = UUID.fromString("018e0000-0000-4000-8000-000000000001");

    private static final List<UUID> BEFORE = List.of(RANDOM, STRAY, born("2023-05-05"), born("2024-02-02"));

    @Inject
    Notes notes;

    @Inject
    Journal journal;

    @Inject
    Rebuild rebuild;

    /** Streams of before, then the script twice, as an operator who is not sure whether it ran. */
    @BeforeEach
    void divided() throws IOException {
        if (Bench.rows(journal, "select from event where stream = $1", RANDOM).isEmpty()) {
            BEFORE.forEach(this::open);
            BEFORE.forEach(note -> Bench.write(notes, note, "before"));
        }
        var script = Files.readString(SCRIPT);
        for (var i = 0; i < 2; i++) run(script, "select event_parts.divide('2024-09-30', '2024-01-01')");
    }

    @Test
    void a_streams_id_says_where_all_its_events_lie() {
        var recent = opened("2025-01-01");
        BEFORE.forEach(note -> Bench.write(notes, note, "after"));
        assertThat(BEFORE.stream().map(this::parts))
                .containsExactly(
                        List.of("event_high"),
                        List.of("event_2024_q1"),
                        List.of("event_low"),
                        List.of("event_2024_q1"));
        assertThat(parts(recent)).containsExactly("event_later");
        BEFORE.forEach(this::assertWhole);
    }

    @Test
    void a_quarter_is_made_ahead_or_late() {
        var note = opened("2024-11-11");
        assertThat(parts(note)).containsExactly("event_later");
        run("select event_parts.divide('2024-12-31')");
        assertThat(parts(note)).containsExactly("event_2024_q4");
        Bench.write(notes, note, "goes on");
        assertWhole(note);
    }

    @Test
    void of_two_that_append_the_same_version_one_is_told() throws Exception {
        for (var day : List.of("2020-01-01", "2024-05-05", "2030-01-01")) race(opened(day));
        var random = Bench.opened(notes);
        Bench.write(notes, random, "a");
        race(random);
    }

    @Test
    void the_whole_is_read_in_one_order_whatever_lies_where() {
        var all = new ArrayList<>(BEFORE);
        for (var day : List.of("2024-02-03", "2024-06-06", "2024-09-09", "2025-01-01")) all.add(opened(day));
        for (var i = 0; i < 5; i++) for (var note : all) Bench.write(notes, note, "line " + i);
        var seen = new HashMap<UUID, Long>();
        var last = Position.START;
        for (var placed : whole()) {
            var at = placed.position();
            assertThat(at.tx() > last.tx() || at.tx() == last.tx() && at.position() > last.position())
                    .isTrue();
            last = at;
            var e = placed.event().envelope();
            assertThat(seen.merge(e.stream(), 1L, Long::sum)).isEqualTo(e.version());
        }
        for (var note : all) assertThat(seen.get(note)).isEqualTo(version(note)).isGreaterThanOrEqualTo(6);
    }

    @Test
    void a_quarter_goes_and_the_rest_stays_whole_and_it_comes_back() {
        var done = opened("2024-04-04");
        var lively = opened("2024-05-05");
        var stray = UUID.fromString("018f0000-0000-4000-8000-000000000002");
        open(stray);
        write(lively, "2026-02-02T00:00:00Z");
        Bench.await(() -> rebuild.rebuild("NoteLines"));
        var live = lines();
        var detach = "select event_parts.detach('event_2024_q2', '{note}', '2026-01-03')";

        assertThatThrownBy(() -> run(detach)).hasMessageContaining("not published yet");
        published();
        run(detach);

        assertThat(parts(done)).isEmpty();
        assertThat(parts(lively)).containsExactly("event_2024_q2_kept");
        assertThat(parts(stray)).containsExactly("event_2024_q2_kept");
        for (var note : List.of(lively, stray, RANDOM, STRAY)) {
            Bench.write(notes, note, "goes on");
            assertWhole(note);
        }
        assertThatThrownBy(() -> Bench.write(notes, done, "late")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> open(done)).hasMessageContaining("event_2024_q2_is_detached");
        var gone = aside("event_2024_q2", done);
        assertThat(gone).hasSize(2);
        assertThat(StoredEvent.firstFault(gone, null)).isEmpty();
        assertThatThrownBy(() -> Bench.await(() -> rebuild.rebuild("NoteLines")))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Refusal.QUARTER_DETACHED);
                    assertThat(refused.details()).containsExactly("event_2024_q2");
                });
        assertThat(lines()).containsKeys(done, lively, stray, RANDOM, STRAY);

        run("select event_parts.attach('event_2024_q2')");

        for (var note : List.of(done, lively, stray)) {
            assertThat(parts(note)).containsExactly("event_2024_q2");
            Bench.write(notes, note, "back");
            assertWhole(note);
        }
        Bench.await(() -> rebuild.rebuild("NoteLines"));
        assertThat(lines()).containsOnlyKeys(live.keySet()).containsEntry(done, 2);
    }

    @Test
    void what_may_not_go_is_told() {
        opened("2024-07-07");
        assertThatThrownBy(() -> run("select event_parts.detach('event_2024_q3', '{other}', '2026-01-03')"))
                .hasMessageContaining("nothing in event_2024_q3 may go");
        assertThatThrownBy(() -> run("select event_parts.detach('event_high', '{note}', '2026-01-03')"))
                .hasMessageContaining("not a quarter");
        assertThatThrownBy(() -> run("select event_parts.attach('event_2024_q3')"))
                .hasMessageContaining("not detached");
    }

    /** The second has decided before the first is committed, so that only the database can tell. */
    private void race(UUID note) throws Exception {
        var appended = new CompletableFuture<Void>();
        var commit = new CompletableFuture<Void>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = pool.submit(() -> append(note, () -> {
                var context = Vertx.currentContext();
                appended.complete(null);
                return Uni.createFrom()
                        .completionStage(commit)
                        .emitOn(command -> context.runOnContext(_ -> command.run()));
            }));
            appended.join();
            var second = pool.submit(() -> append(note, () -> Uni.createFrom().voidItem()));
            try {
                await().until(() -> !Bench.rows(
                                journal, "select from pg_stat_activity where wait_event = 'transactionid'")
                        .isEmpty());
            } finally {
                commit.complete(null);
            }
            assertThat(first.get()).isEqualTo(new Streams.Outcome(3, false));
            assertThatThrownBy(second::get).hasCauseInstanceOf(Stale.class);
        }
        assertWhole(note);
    }

    private Streams.Outcome append(UUID note, Supplier<Uni<?>> beforeCommit) {
        return Bench.await(() -> journal.once(
                session -> notes.handle(session, note, new Write("third"), Bench.cause(), OptionalLong.of(2))
                        .call(beforeCommit)));
    }

    /** A version 7 id of a day. */
    private static UUID born(String day) {
        var millis =
                LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        var random = ThreadLocalRandom.current();
        return new UUID(millis << 16 | 0x7000 | random.nextInt(1 << 12), random.nextLong() >>> 2 | Long.MIN_VALUE);
    }

    /** A stream of two events. */
    private UUID opened(String day) {
        var note = born(day);
        open(note);
        Bench.write(notes, note, "a");
        return note;
    }

    private void open(UUID note) {
        var open = new Open(Bench.VILLAGE, new NoteEvent.Owner("王试", "13900000000"), List.of());
        Bench.await(() -> notes.handle(note, open, Bench.cause(), OptionalLong.empty()));
    }

    private void write(UUID note, String recordedAt) {
        var cause = Bench.cause();
        var later = new Cause(
                cause.actor(),
                cause.occurredOn(),
                Instant.parse(recordedAt),
                cause.correlation(),
                cause.causation(),
                null);
        Bench.await(() -> notes.handle(note, new Write("later"), later, OptionalLong.empty()));
    }

    private void run(String... statements) {
        for (var statement : statements)
            Bench.await(
                    () -> journal.once(session -> Sql.run(session, statement).replaceWith(true)));
    }

    /** As the feed would leave it. */
    private void published() {
        var end = whole().getLast().position();
        run("update feed_cursor set tx = '%d', position = %d".formatted(end.tx(), end.position()));
    }

    private List<String> parts(UUID note) {
        return Bench.rows(journal, "select distinct tableoid::regclass::text from event where stream = $1", note)
                .stream()
                .map(r -> (String) r[0])
                .toList();
    }

    private List<Placed> whole() {
        var all = new ArrayList<Placed>();
        List<Placed> batch;
        do {
            var from = all.isEmpty() ? Position.START : all.getLast().position();
            batch = Bench.await(() -> journal.read(session -> journal.after(session, "note", from, 1_000, true)));
            all.addAll(batch);
        } while (!batch.isEmpty());
        return all;
    }

    private long version(UUID note) {
        return Bench.await(() -> journal.read(session -> notes.events(session, note)))
                .size();
    }

    private void assertWhole(UUID note) {
        var stored = Bench.await(() -> journal.read(session -> journal.stream(session, "note", note)));
        assertThat(stored).hasSize((int) version(note));
        assertThat(StoredEvent.firstFault(stored, null)).isEmpty();
    }

    /** A stream of a detached quarter: the journal reads it where the search path shows it in the table's place. */
    private List<StoredEvent> aside(String part, UUID note) {
        run("create schema aside; create view aside.event as select * from public." + part);
        try {
            return Bench.await(() -> journal.once(session -> Sql.run(session, "set local search_path = aside, public")
                    .chain(() -> journal.stream(session, "note", note))));
        } finally {
            run("drop schema aside cascade");
        }
    }

    private Map<UUID, Integer> lines() {
        var lines = new HashMap<UUID, Integer>();
        Bench.rows(journal, "select id, lines from note_line").forEach(r -> lines.put((UUID) r[0], (Integer) r[1]));
        return lines;
    }
}
