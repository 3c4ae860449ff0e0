package org.shouwang.household.overview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Json;
import org.shouwang.eventsourcing.journal.StoredEvent;
import org.shouwang.household.registry.Households;

/** What was recorded of a household here, as it is published: nothing personal in it. */
@Singleton
class HouseholdHistory {

    /** @param occurredOn when it happened @param recordedAt when it was written down @param data the event as published */
    record Entry(
            UUID id,
            long version,
            String type,
            LocalDate occurredOn,
            Instant recordedAt,
            String user,
            String role,
            JsonNode data,
            String hash) {}

    private final Households households;
    private final Journal journal;

    HouseholdHistory(Households households, Journal journal) {
        this.households = households;
        this.journal = journal;
    }

    Uni<List<Entry>> of(UUID household, Actor actor) {
        return journal.read(session -> households
                .visible(session, household, actor)
                .chain(() -> journal.stream(session, households.kind(), household))
                .map(events -> events.stream().map(HouseholdHistory::entry).toList()));
    }

    private static Entry entry(StoredEvent stored) {
        var e = stored.envelope();
        return new Entry(
                e.id(),
                e.version(),
                e.type(),
                e.occurredOn(),
                e.recordedAt(),
                e.actor().user(),
                e.actor().role(),
                data(stored.data()),
                HexFormat.of().formatHex(stored.hash()));
    }

    private static JsonNode data(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
