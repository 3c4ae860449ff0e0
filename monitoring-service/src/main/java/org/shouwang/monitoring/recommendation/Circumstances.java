package org.shouwang.monitoring.recommendation;

import java.math.BigDecimal;
import java.util.List;
import org.shouwang.monitoring.facts.RegisteredType;
import org.shouwang.monitoring.facts.SafeguardFact;

/**
 * Everything about a household that a recommendation is made from.
 *
 * @param perCapita net income, yuan per person and year
 * @param perCapitaReference with claims added and own payments taken off; may be null
 * @param risks codes of the collection form, main one first
 * @param suddenEvent illness, disaster, accident or the like has struck
 * @param severeDifficulty basic life is in serious difficulty for it
 * @param hardship life is difficult for a disaster, a sudden illness, an accident (2020 plan)
 * @param listedBefore marked in the national system's stock of 2019 already (2020 plan)
 * @param assetFlags what speaks against need; never decides by itself
 */
public record Circumstances(
        RegisteredType registered,
        BigDecimal perCapita,
        BigDecimal perCapitaReference,
        List<String> risks,
        boolean suddenEvent,
        boolean severeDifficulty,
        boolean hardship,
        boolean listedBefore,
        List<SafeguardFact.Item> safeguards,
        List<String> assetFlags) {

    boolean allPass() {
        return safeguards.stream().allMatch(i -> i.result().good());
    }

    boolean anyBad() {
        return safeguards.stream().anyMatch(i -> i.result().bad());
    }
}
