package org.shouwang.monitoring.facts;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A check of the safeguards as the household service published it. */
public record SafeguardFact(UUID id, UUID householdId, LocalDate checkedOn, List<Item> items) {

    public record Item(Indicator indicator, SafeguardResult result) {}

    /** Items of the list that nobody answered, in its order. */
    public static List<Indicator> unanswered(List<Item> items) {
        return Arrays.stream(Indicator.values())
                .filter(indicator -> items.stream().noneMatch(i -> i.indicator() == indicator && i.result() != null))
                .toList();
    }

    /** 缺项: what fails, may fail, or cannot be told. */
    public static List<Indicator> wanting(List<Item> items) {
        return items.stream()
                .filter(i -> !i.result().good())
                .map(Item::indicator)
                .toList();
    }

    public boolean allPass() {
        return items.stream().allMatch(i -> i.result().good());
    }

    public boolean anyBad() {
        return items.stream().anyMatch(i -> i.result().bad());
    }
}
