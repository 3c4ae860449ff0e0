package org.shouwang.eventsourcing.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.sample.Bench;
import org.shouwang.eventsourcing.sample.NoteCommand;
import org.shouwang.eventsourcing.sample.NoteCommand.Write;
import org.shouwang.eventsourcing.sample.Notes;
import org.shouwang.eventsourcing.sample.PlainNotes;
import org.shouwang.eventsourcing.testing.Servers;

/** Commands that wait at the same moment share a transaction, and none notices the others. */
@QuarkusTest
@WithTestResource(Servers.class)
class SharedTransactionTest {

    private static final int NOTES = 40;

    @Inject
    Notes notes;

    @Inject
    Journal journal;

    @Test
    void what_waits_together_is_committed_together() {
        var opened = opened();
        var answers = atOnce(opened.stream().map(note -> write(note, "a")).toList());
        assertThat(answers).allMatch("2"::equals).hasSize(NOTES);
        assertThat((Long) Bench.rows(
                                journal,
                                "select count(distinct tx::text) from event where version = 2 and stream = any($1)",
                                (Object) opened.toArray(UUID[]::new))
                        .getFirst()[0])
                .isBetween(1L, NOTES / 2L);
    }

    @Test
    void much_and_little_in_one_transaction_is_stored_whole_and_in_its_order() {
        var written = List.of(2, 250, 1, 30, 3);
        var opened = written.stream().map(_ -> Bench.opened(notes)).toList();
        Bench.await(() -> journal.transaction(session -> notes.handleAll(
                session,
                IntStream.range(0, written.size())
                        .mapToObj(i -> new Streams.Step<NoteCommand>(
                                opened.get(i),
                                new Write(IntStream.range(0, written.get(i))
                                        .mapToObj(line -> i + "." + line)
                                        .toArray(String[]::new)),
                                Bench.cause()))
                        .toList())));
        var texts = Bench.rows(
                journal,
                "select stream, data::jsonb ->> 'text' from event where version > 1 and stream = any($1) order by tx, position",
                (Object) opened.toArray(UUID[]::new));
        assertThat(texts.stream().map(row -> row[0] + " " + row[1]).toList())
                .isEqualTo(IntStream.range(0, written.size())
                        .boxed()
                        .flatMap(i -> IntStream.range(0, written.get(i))
                                .mapToObj(line -> opened.get(i) + " " + i + "." + line))
                        .toList());
        for (var note : opened)
            assertThat(StoredEvent.firstFault(
                            Bench.await(() -> journal.read(session -> journal.stream(session, "note", note))), null))
                    .isEmpty();
    }

    @Test
    void a_refused_command_leaves_the_others_alone() {
        var opened = opened();
        var unknown = UUID.randomUUID();
        var answers = atOnce(IntStream.range(0, NOTES)
                .mapToObj(i -> write(i % 5 == 0 ? unknown : opened.get(i), "a"))
                .toList());
        for (var i = 0; i < NOTES; i++) assertThat(answers.get(i)).isEqualTo(i % 5 == 0 ? "NOT_FOUND[note]" : "2");
    }

    @Test
    void what_the_database_refuses_leaves_the_others_alone_and_nothing_behind() {
        var opened = opened();
        var answers = atOnce(IntStream.range(0, NOTES)
                .mapToObj(i -> write(opened.get(i), i % 7 == 0 ? "unwritable" : "a"))
                .toList());
        for (var i = 0; i < NOTES; i++) {
            if (i % 7 == 0) assertThat(answers.get(i)).contains("note_line_last_check");
            else assertThat(answers.get(i)).isEqualTo("2");
            assertThat(versions(opened.get(i))).isEqualTo(i % 7 == 0 ? 1 : 2);
        }
    }

    @Test
    void commands_on_one_stream_follow_each_other_and_a_passed_version_is_told_to_its_own_caller() {
        var note = Bench.opened(notes);
        var answers = atOnce(IntStream.range(0, NOTES)
                .mapToObj(i -> i == 20
                        ? notes.handle(note, new Write("late"), Bench.cause(), OptionalLong.of(1))
                        : write(note, "line " + i))
                .toList());
        assertThat(answers.get(20)).contains("no longer at version 1");
        assertThat(versions(note)).isEqualTo(NOTES);
        assertThat(Bench.rows(journal, "select lines from note_line where id = $1", note)
                        .getFirst()[0])
                .isEqualTo(NOTES - 1);
    }

    @Test
    void what_others_wrote_meanwhile_is_read_though_the_stream_is_remembered() {
        var note = Bench.opened(notes);
        for (var i = 0; i < 5; i++) {
            var expected = OptionalLong.of(1 + 2 * i);
            Bench.await(() -> notes.handle(note, new Write("mine"), Bench.cause(), expected));
            Bench.await(() -> journal.transaction(session ->
                    notes.handle(session, note, new Write("another's"), Bench.cause(), OptionalLong.empty())));
        }
        assertThat(Bench.await(() -> write(note, "last")).version()).isEqualTo(12);
        var events = Bench.await(() -> journal.read(session -> journal.stream(session, "note", note)));
        assertThat(StoredEvent.firstFault(events, null)).isEmpty();
        assertThat(Bench.rows(journal, "select lines from note_line where id = $1", note)
                        .getFirst()[0])
                .isEqualTo(11);
    }

    @Test
    void who_expects_a_new_stream_is_told_where_it_is_there_and_who_repeats_himself_is_answered_as_before() {
        var note = UUID.randomUUID();
        var cause = Bench.cause();
        var first = atOnce(List.of(notes.handle(note, Bench.open(note), cause, OptionalLong.of(0))));
        Bench.await(() -> journal.transaction(
                session -> notes.handle(session, note, new Write("more"), Bench.cause(), OptionalLong.empty())));
        var again = atOnce(List.of(
                notes.handle(note, Bench.open(note), cause, OptionalLong.of(0)),
                notes.handle(note, Bench.open(note), Bench.cause(), OptionalLong.of(0))));
        assertThat(first).containsExactly("1");
        assertThat(again.getFirst()).isEqualTo("1");
        assertThat(again.getLast()).contains("no longer at version 0");
        assertThat(versions(note)).isEqualTo(2);
    }

    @Test
    void of_new_streams_without_read_models_one_that_is_there_leaves_the_others_alone() {
        var begun = IntStream.range(0, NOTES).mapToObj(_ -> UUID.randomUUID()).toList();
        var there = begun.get(7);
        var plain = new PlainNotes(journal);
        Bench.await(() -> journal.transaction(
                session -> plain.handle(session, there, Bench.open(there), Bench.cause(), OptionalLong.empty())));
        var repeated = Bench.cause();
        var answers = atOnce(begun.stream()
                .map(note -> plain.handle(
                        note,
                        Bench.open(note),
                        note == begun.getFirst() ? repeated : Bench.cause(),
                        OptionalLong.of(0)))
                .toList());
        for (var i = 0; i < NOTES; i++) {
            if (i == 7) assertThat(answers.get(i)).contains("no longer at version 0");
            else assertThat(answers.get(i)).isEqualTo("1");
            var note = begun.get(i);
            assertThat(versions(note)).isEqualTo(1);
            assertThat(StoredEvent.firstFault(
                            Bench.await(() -> journal.read(session -> journal.stream(session, "plain-note", note))),
                            null))
                    .isEmpty();
        }
        assertThat(atOnce(List.of(
                        plain.handle(begun.getFirst(), Bench.open(begun.getFirst()), repeated, OptionalLong.of(0)),
                        plain.handle(begun.getLast(), new Write("more"), Bench.cause(), OptionalLong.empty()))))
                .containsExactly("1", "2");
    }

    @Test
    void a_command_that_asks_sees_what_stood_before_it() {
        var note = Bench.opened(notes);
        var all = new java.util.ArrayList<Uni<Streams.Outcome>>();
        for (var i = 0; i < 10; i++) {
            all.add(write(note, "plain"));
            all.add(notes.handle(
                    note,
                    session -> Sql.rows(session, "select lines from note_line where id = $1", note)
                            .map(rows -> new Write("after " + rows.getFirst()[0])),
                    Bench.cause(),
                    OptionalLong.empty()));
        }
        atOnce(all);
        var written = Bench.await(() -> journal.read(session -> notes.events(session, note))).stream()
                .map(r -> r.event().toString())
                .filter(text -> text.contains("after"))
                .toList();
        for (var i = 0; i < 10; i++) assertThat(written.get(i)).contains("after " + (2 * i + 1));
    }

    @Test
    void what_began_goes_to_its_end_whoever_stops_waiting() {
        var note = Bench.opened(notes);
        var other = Bench.opened(notes);
        Bench.await(() -> {
            write(note, "left alone").subscribe().with(_ -> {}).cancel();
            journal.transaction(session -> notes.handle(
                            session, other, new Write("left alone too"), Bench.cause(), OptionalLong.empty()))
                    .subscribe()
                    .with(_ -> {})
                    .cancel();
            return Uni.createFrom().voidItem();
        });
        await().ignoreExceptions().until(() -> versions(note) == 2 && versions(other) == 2);
    }

    @Test
    void a_failure_that_was_swallowed_shows_before_the_commit() {
        var note = Bench.opened(notes);
        assertThatThrownBy(() -> Bench.await(() -> journal.once(
                        session -> Sql.update(session, "update note_line set area = 'x' where id = $1", note)
                                .chain(() -> Sql.update(session, "update note_line set last = 'unwritable'"))
                                .onFailure()
                                .recoverWithNull())))
                .hasMessageContaining("aborted");
        assertThat(Bench.rows(journal, "select area from note_line where id = $1", note)
                        .getFirst()[0])
                .isEqualTo(Bench.VILLAGE);
    }

    private List<UUID> opened() {
        return IntStream.range(0, NOTES).mapToObj(_ -> Bench.opened(notes)).toList();
    }

    private Uni<Streams.Outcome> write(UUID note, String text) {
        return notes.handle(note, new Write(text), Bench.cause(), OptionalLong.empty());
    }

    private long versions(UUID note) {
        return (Long) Bench.rows(journal, "select count(*) from event where stream = $1", note)
                .getFirst()[0];
    }

    /** Their versions, or why not. */
    private static List<String> atOnce(List<Uni<Streams.Outcome>> commands) {
        return Bench.await(() -> Uni.join()
                .all(commands.stream()
                        .map(command -> command.map(outcome -> Long.toString(outcome.version()))
                                .onFailure()
                                .recoverWithItem(Throwable::getMessage))
                        .toList())
                .andFailFast());
    }
}
