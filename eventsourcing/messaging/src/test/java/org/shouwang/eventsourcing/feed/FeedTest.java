package org.shouwang.eventsourcing.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.journal.StoredEvent;
import org.shouwang.eventsourcing.sample.Bench;
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
