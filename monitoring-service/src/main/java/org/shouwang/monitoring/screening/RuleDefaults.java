package org.shouwang.monitoring.screening;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Json;
import org.shouwang.monitoring.screening.ScreeningRules.ScreeningRule;
import org.shouwang.monitoring.screening.ScreeningRules.Threshold;

/** Fills in what a set of rules leaves out, from {@code screening-rules.json}, by the rule's id; what it says stays. */
@Singleton
class RuleDefaults {

    private final Map<String, ObjectNode> usual;

    RuleDefaults() {
        try (var file = RuleDefaults.class.getResourceAsStream("/screening-rules.json")) {
            usual = Json.MAPPER.readValue(file, new TypeReference<List<ObjectNode>>() {}).stream()
                    .collect(toMap(rule -> rule.get("id").textValue(), rule -> rule));
        } catch (IOException e) {
            throw new IllegalStateException("screening-rules.json", e);
        }
    }

    /** @param given null or empty: all the usual ones */
    List<ScreeningRule> complete(List<ScreeningRule> given) {
        return given == null || given.isEmpty()
                ? usual.values().stream()
                        .map(RuleDefaults::rule)
                        .sorted(java.util.Comparator.comparing(ScreeningRule::id))
                        .toList()
                : given.stream().map(this::complete).toList();
    }

    private ScreeningRule complete(ScreeningRule given) {
        ObjectNode said = Json.MAPPER.valueToTree(given);
        said.properties().removeIf(property -> property.getValue().isNull());
        var all = usual.get(given.id());
        if (all == null) {
            if (given.dept() == null || given.item() == null)
                throw new Refused(RuleSetRefusal.RULE_UNKNOWN, given.id());
            return rule(said);
        }
        return rule(all.deepCopy().setAll(said));
    }

    private static ScreeningRule rule(com.fasterxml.jackson.databind.JsonNode node) {
        try {
            var rule = Json.MAPPER.treeToValue(node, ScreeningRule.class);
            return new ScreeningRule(
                    rule.id(),
                    rule.dept(),
                    rule.item(),
                    rule.zh(),
                    rule.en(),
                    rule.cycle(),
                    rule.deliverBy(),
                    rule.deliverMonth(),
                    rule.risk(),
                    rule.perHousehold(),
                    rule.thresholds() == null
                            ? null
                            : rule.thresholds().stream()
                                    .map(RuleDefaults::scaled)
                                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("screening-rules.json", e);
        }
    }

    private static Threshold scaled(Threshold t) {
        return new Threshold(
                t.audience(),
                t.comparison(),
                t.amount() == null ? null : t.amount().setScale(2, RoundingMode.HALF_UP));
    }
}
