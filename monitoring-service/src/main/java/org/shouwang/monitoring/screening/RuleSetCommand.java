package org.shouwang.monitoring.screening;

/** Everything one can ask of a set of early-warning rules. */
public sealed interface RuleSetCommand {

    record Publish(ScreeningRules rules) implements RuleSetCommand {}
}
