package org.shouwang.monitoring.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A check of the safeguards as the household service published it. */
public record SafeguardFact(UUID id, UUID householdId, LocalDate checkedOn, List<Item> items) {

    public record Item(Indicator indicator, SafeguardResult result) {}

    public boolean allPass() {
        return items.stream().allMatch(i -> i.result().good());
    }

    public boolean anyBad() {
        return items.stream().anyMatch(i -> i.result().bad());
    }
}
