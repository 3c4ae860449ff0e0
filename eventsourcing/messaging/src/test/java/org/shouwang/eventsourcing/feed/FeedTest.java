package org.shouwang.eventsourcing.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.StoredEvent;
import org.shouwang.eventsourcing.journal.Streams.Outcome;
import org.shouwang.eventsourcing.sample.Bench;
import org.shouwang.eventsourcing.sample.NoteCommand.Write;
import org.shouwang.eventsourcing.sample.Notes;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.eventsourcing.testing.Topics;

@QuarkusTest
@WithTestResource(Servers.class)
class FeedTest {

    private static final int WRITERS = 8;
    private static final int COMMANDS = 200;

    @Inject
    Notes notes;

    @Inject
    Journal journal;

    @Test
    void what_writers_append_at_once_is_published_once_and_in_order() throws Exception {
        var opened =
                IntStream.range(0, WRITERS).mapToObj(_ -> Bench.opened(notes)).toList();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = opened.stream()
                    .map(note -> pool.submit(
                            () -> IntStream.range(0, COMMANDS).forEach(i -> Bench.write(notes, note, "line " + i))))
                    .toList();
            for (var writer : writers) writer.get();
        }
        await().ignoreExceptions().atMost(Duration.ofSeconds(60)).until(() -> opened.stream()
                .allMatch(note -> published(note).size() >= COMMANDS + 1));
        for (var note : opened) {
            var messages = published(note);
            assertThat(messages.stream().map(m -> m.event().envelope().version()))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, COMMANDS + 1).boxed().toList());
            assertThat(StoredEvent.firstFault(
                            messages.stream().map(Message::event).toList(), null))
                    .isEmpty();
        }
    }

    @Test
    void who_began_before_another_and_writes_after_it_is_published_after_it() {
        var first = Bench.opened(notes);
        var note = Bench.opened(notes);
        Bench.await(() -> journal.once(session -> write(session, first, "the transaction has its number now")
                .chain(() ->
                        notes.handle(note, new Write("begun later, done before"), Bench.cause(), OptionalLong.empty()))
                .chain(() -> write(session, note, "behind it"))));
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(60))
                .until(() -> published(note).size() >= 3);
        var events = published(note).stream().map(Message::event).toList();
        assertThat(events.stream().map(event -> event.envelope().version())).containsExactly(1L, 2L, 3L);
        assertThat(StoredEvent.firstFault(events, null)).isEmpty();
    }

    private Uni<Outcome> write(StatelessSession session, UUID note, String text) {
        return notes.handle(session, note, new Write(text), Bench.cause(), OptionalLong.empty());
    }

    @Test
    void what_is_personal_is_not_published() {
        var note = Bench.opened(notes);
        await().ignoreExceptions().atMost(Duration.ofSeconds(60)).until(() -> !published(note)
                .isEmpty());
        assertThat(published(note).getFirst().event().data())
                .contains("610727105208")
                .doesNotContain("王试", "李测", "139");
    }

    private static List<Message> published(UUID note) {
        return Topics.all("sample.events").stream()
                .filter(r -> note.toString().equals(r.key()))
                .sorted(Comparator.comparingLong(ConsumerRecord::offset))
                .map(r -> Message.of(r.headers(), r.value()))
                .toList();
    }
}
