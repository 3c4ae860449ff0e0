package org.shouwang.eventsourcing.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import org.shouwang.eventsourcing.inbox.Consumer;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Json;
import org.shouwang.eventsourcing.rest.Schemas;

/**
 * What is stored and published is a promise. Each service keeps its approved schemas in {@code events.schema.json}; a test compares
 * them with the records ({@code -Dapprove} writes them anew), another one compares what a consumer reads with what is promised.
 */
public final class EventShapes {

    private static final Path APPROVED = Path.of("events.schema.json");

    private EventShapes() {}

    public static void assertApproved(EventCatalog<?>... catalogs) throws IOException {
        var shapes = Json.MAPPER
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(Schemas.events(java.util.List.of(catalogs)))
                + "\n";
        if (Boolean.getBoolean("approve")) Files.writeString(APPROVED, shapes);
        assertThat(shapes).isEqualTo(Files.readString(APPROVED));
    }

    /** Every field that these consumers read is promised, in the same JSON type, by one of the services named. */
    public static void assertPromised(Collection<? extends Consumer> consumers, String... services) throws IOException {
        var promised = Json.MAPPER.createObjectNode();
        for (var service : services)
            promised.setAll((com.fasterxml.jackson.databind.node.ObjectNode) Json.MAPPER.readTree(
                    Path.of("..", service, "events.schema.json").toFile()));
        for (var consumer : consumers)
            for (Map.Entry<String, Class<?>> read : consumer.reads().entrySet()) {
                assertThat(promised.has(read.getKey()))
                        .as("%s is published", read.getKey())
                        .isTrue();
                assertPromised(read.getKey(), Schemas.schema(read.getValue()), promised.get(read.getKey()));
            }
    }

    private static void assertPromised(String path, JsonNode read, JsonNode promised) {
        var properties = read.path("properties");
        properties.properties().forEach(field -> {
            var there = promised.path("properties").path(field.getKey());
            var name = path + "." + field.getKey();
            assertThat(there.isMissingNode()).as("%s is published", name).isFalse();
            assertThat(there.path("type"))
                    .as("type of %s", name)
                    .isEqualTo(field.getValue().path("type"));
            assertPromised(name, field.getValue(), there);
        });
        if (read.has("items")) assertPromised(path + "[]", read.get("items"), promised.path("items"));
    }
}
