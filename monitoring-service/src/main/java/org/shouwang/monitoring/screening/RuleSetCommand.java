package org.shouwang.monitoring.screening;

import java.util.List;

/** Everything one can ask of a set of early-warning rules. */
public sealed interface RuleSetCommand {

    /** @param others ids of other sets with the same area prefix that are in force on a day on which these rules would be */
    record Publish(ScreeningRules rules, List<String> others) implements RuleSetCommand {}
}
