package org.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.eventsourcing.testing.Servers;

/** Every event that a history can show has its Chinese words, and no words are left over. */
@QuarkusTest
@WithTestResource(Servers.class)
class StreamHistoryTest {

    @Inject
    @All
    List<Streams<?, ?, ?>> streams;

    @Test
    void every_event_of_a_history_has_words() {
        var shown = Set.of("clue", "case", "object", "removal", "warning");
        assertThat(StreamHistory.words().keySet())
                .containsExactlyInAnyOrderElementsOf(streams.stream()
                        .filter(s -> shown.contains(s.kind()))
                        .flatMap(s -> s.catalog().classes().keySet().stream())
                        .toList());
    }
}
