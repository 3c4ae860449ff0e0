package org.shouwang.monitoring.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.shouwang.eventsourcing.journal.Json;

/** Fills in what a policy document leaves out, from {@code policy-defaults.json}, by its regime; what it says stays. */
@Singleton
class PolicyDefaults {

    private final JsonNode defaults;

    PolicyDefaults() {
        try (var file = PolicyDefaults.class.getResourceAsStream("/policy-defaults.json")) {
            defaults = Json.MAPPER.readTree(file);
        } catch (IOException e) {
            throw new IllegalStateException("policy-defaults.json", e);
        }
    }

    PolicyTerms complete(PolicyTerms given) {
        try {
            var all = (ObjectNode) defaults.get(given.regime().name()).deepCopy();
            fill(all, Json.MAPPER.valueToTree(given));
            return Json.MAPPER.treeToValue(all, PolicyTerms.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("policy-defaults.json", e);
        }
    }

    private static void fill(ObjectNode into, JsonNode given) {
        given.properties().forEach(property -> {
            var there = into.get(property.getKey());
            if (there instanceof ObjectNode object && property.getValue().isObject()) fill(object, property.getValue());
            else into.set(property.getKey(), property.getValue());
        });
    }
}
