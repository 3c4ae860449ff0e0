package org.shouwang.eventsourcing.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.sample.Bench;
import org.shouwang.eventsourcing.sample.NoteCommand.Write;
import org.shouwang.eventsourcing.sample.Notes;
import org.shouwang.eventsourcing.testing.Servers;

@QuarkusTest
@WithTestResource(Servers.class)
class JournalTest {

    private static final int WRITERS = 8;
    private static final int COMMANDS = 200;

    @Inject
    Notes notes;

    @Inject
    Journal journal;

    @Inject
    Rebuild rebuild;

    @Test
    void writers_on_one_stream_lose_and_double_nothing() throws Exception {
        var note = Bench.opened(notes);
        write(_ -> note);
        assertWhole(note, WRITERS * COMMANDS + 1);
        assertThat(Bench.rows(journal, "select lines from note_line where id = $1", note)
                        .getFirst()[0])
                .isEqualTo(WRITERS * COMMANDS);
    }

    @Test
    void writers_on_many_streams_lose_and_double_nothing() throws Exception {
        var opened =
                IntStream.range(0, WRITERS).mapToObj(_ -> Bench.opened(notes)).toList();
        write(opened::get);
        for (var note : opened) assertWhole(note, COMMANDS + 1);
    }

    @Test
    void who_reads_everything_goes_by_the_index_and_sorts_nothing() {
        var page = Journal.after("", Journal.COMMITTED)
                .replace("$1", "'0'")
                .replace("$2", "0")
                .replace("$3", "10");
        var plan = Bench.await(() -> journal.once(
                session -> Sql.run(session, "set local enable_seqscan = off; set local enable_bitmapscan = off")
                        .chain(() -> Sql.rows(session, "explain " + page))));
        assertThat(plan).extracting(row -> row[0].toString()).anyMatch(line -> line.contains("event_feed"));
        assertThat(plan).extracting(row -> row[0].toString()).noneMatch(line -> line.contains("Sort  ("));
    }

    @Test
    void what_is_personal_is_kept_apart_and_comes_back() {
        var note = Bench.opened(notes);
        var row = Bench.rows(journal, "select data, personal from event where stream = $1", note)
                .getFirst();
        assertThat((String) row[0]).doesNotContain("王试", "李测", "139");
        assertThat((String) row[1]).contains("王试", "李测", "salt");
        var back = Bench.await(() -> journal.read(session -> notes.events(session, note)))
                .getFirst();
        assertThat(back.event().toString()).contains("王试", "李测", "13911111111");
    }

    @Test
    void an_expected_version_that_has_passed_is_stale() {
        var note = Bench.opened(notes);
        Bench.write(notes, note, "a");
        assertThatThrownBy(
                        () -> Bench.await(() -> notes.handle(note, new Write("b"), Bench.cause(), OptionalLong.of(1))))
                .isInstanceOf(CommandFailure.Stale.class);
        assertWhole(note, 2);
    }

    @Test
    void a_repeated_command_answers_what_it_did() {
        var note = Bench.opened(notes);
        var cause = Bench.cause();
        for (var i = 0; i < 3; i++)
            assertThat(Bench.await(() -> notes.handle(note, new Write("a", "b"), cause, OptionalLong.empty())))
                    .isEqualTo(new Streams.Outcome(3, false));
        assertWhole(note, 3);
    }

    @Test
    void a_read_model_is_rebuilt_while_commands_go_on_and_comes_back_equal() throws Exception {
        var opened = IntStream.range(0, 4).mapToObj(_ -> Bench.opened(notes)).toList();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = IntStream.range(0, 4)
                    .mapToObj(w -> pool.submit(
                            () -> IntStream.range(0, 100).forEach(i -> Bench.write(notes, opened.get(w), w + "/" + i))))
                    .toList();
            Bench.await(() -> rebuild.rebuild("NoteLines"));
            for (var one : writing) one.get();
        }
        var live = lines();
        Bench.await(
                () -> journal.once(session -> Sql.update(session, "update note_line set lines = -1, last = 'spoilt'")));
        var result = Bench.await(() -> rebuild.rebuild("NoteLines"));
        assertThat(lines()).isEqualTo(live).hasSizeGreaterThanOrEqualTo(4);
        assertThat(result.events()).isGreaterThanOrEqualTo(404);
        for (var note : opened)
            assertThat(Bench.rows(journal, "select lines from note_line where id = $1", note)
                            .getFirst()[0])
                    .isEqualTo(100);
    }

    @Test
    void whoever_edits_the_table_is_found_out() {
        var note = Bench.opened(notes);
        Bench.write(notes, note, "a");
        Bench.write(notes, note, "b");
        Bench.await(() -> journal.once(session -> Sql.update(
                session, "update event set personal = replace(personal, '王试', '张试') where stream = $1", note)));
        assertThat(StoredEvent.firstFault(stored(note), null))
                .map(StoredEvent.Fault::version)
                .hasValue(1L);
        Bench.await(() -> journal.once(session -> Sql.update(
                session, "update event set personal = replace(personal, '张试', '王试') where stream = $1", note)));
        assertThat(StoredEvent.firstFault(stored(note), null)).isEmpty();
        Bench.await(() -> journal.once(session ->
                Sql.update(session, "update event set actor = 'nobody' where stream = $1 and version = 2", note)));
        assertThat(StoredEvent.firstFault(stored(note), null))
                .map(StoredEvent.Fault::version)
                .hasValue(2L);
    }

    private void write(java.util.function.IntFunction<UUID> stream) throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = IntStream.range(0, WRITERS)
                    .mapToObj(w -> pool.submit(() -> IntStream.range(0, COMMANDS)
                            .forEach(i -> Bench.write(notes, stream.apply(w), w + "/" + i))))
                    .toList();
            for (var writer : writers) writer.get();
        }
    }

    private void assertWhole(UUID note, int events) {
        var stored = stored(note);
        assertThat(stored).hasSize(events);
        assertThat(StoredEvent.firstFault(stored, null)).isEmpty();
        assertThat(stored.stream().map(StoredEvent::data)).doesNotHaveDuplicates();
    }

    private List<StoredEvent> stored(UUID note) {
        return Bench.await(() -> journal.read(session -> journal.stream(session, "note", note)));
    }

    private HashMap<Object, List<Object>> lines() {
        var lines = new HashMap<Object, List<Object>>();
        Bench.rows(journal, "select id, area, lines, last, owner from note_line")
                .forEach(r -> lines.put(r[0], new ArrayList<>(List.of(r))));
        return lines;
    }
}
