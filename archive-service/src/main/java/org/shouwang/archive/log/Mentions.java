package org.shouwang.archive.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.shouwang.eventsourcing.journal.Json;
import org.shouwang.eventsourcing.journal.StoredEvent;

/** Finds whom an event is about: its subject, and every {@code householdId} and {@code householdIds} in its data. */
final class Mentions {

    private Mentions() {}

    static Set<UUID> of(StoredEvent event) {
        var found = new LinkedHashSet<UUID>();
        found.add(event.envelope().subject());
        try {
            var data = Json.MAPPER.readTree(event.data());
            data.findValues("householdId").forEach(id -> add(found, id));
            data.findValues("householdIds").forEach(ids -> ids.forEach(id -> add(found, id)));
        } catch (JsonProcessingException _) {
            // what cannot be read names nobody; the event is archived with its bytes as they came
            return found;
        }
        return found;
    }

    private static void add(Set<UUID> found, JsonNode id) {
        if (id.isTextual() && id.textValue().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
            found.add(UUID.fromString(id.textValue()));
    }
}
