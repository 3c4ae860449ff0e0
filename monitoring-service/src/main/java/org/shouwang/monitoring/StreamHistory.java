package org.shouwang.monitoring;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Json;
import org.shouwang.eventsourcing.journal.Refusal;
import org.shouwang.eventsourcing.journal.StoredEvent;
import org.shouwang.eventsourcing.rest.Page;

/** What was recorded of a case, a clue, a warning, a removal or an object, step by step, so that a village can read it where it works. */
@Singleton
public class StreamHistory {

    private static final String WORDS = "/event-words.json";

    /** @param zh what the event means @param occurredOn when it happened @param recordedAt when it was written down, by {@code user} as {@code role} */
    public record Entry(
            long version, String type, String zh, LocalDate occurredOn, Instant recordedAt, String user, String role) {}

    private final Map<String, String> words;
    private final Journal journal;

    StreamHistory(Journal journal) {
        this.journal = journal;
        this.words = words();
    }

    /** The oldest first; as if it were not there for who does not reach the area that it lies in now. @param after version of the last one of the page before; null: from the start */
    public Uni<Page<Entry>> of(String kind, UUID stream, Actor actor, Long after, Integer limit) {
        var size = Page.limit(limit);
        return journal.read(session -> journal.stream(session, kind, stream)).map(events -> {
            if (events.isEmpty() || !actor.reaches(events.getLast().envelope().area()))
                throw new Refused(Refusal.NOT_FOUND);
            var found = events.stream()
                    .filter(e -> after == null || e.envelope().version() > after)
                    .limit(size + 1)
                    .map(this::entry)
                    .toList();
            return Page.of(found, size, entry -> Long.toString(entry.version()));
        });
    }

    private Entry entry(StoredEvent stored) {
        var e = stored.envelope();
        return new Entry(
                e.version(),
                e.type(),
                words.get(e.type()),
                e.occurredOn(),
                e.recordedAt(),
                e.actor().user(),
                e.actor().role());
    }

    static Map<String, String> words() {
        try (var in = StreamHistory.class.getResourceAsStream(WORDS)) {
            return Json.MAPPER.readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
