package org.shouwang.monitoring.screening;

/** Everything that can have happened to a set of early-warning rules; its versions are one stream. */
public sealed interface RuleSetEvent {

    /** From its first day on it takes the place of the version before. */
    record ScreeningRulesPublished(ScreeningRules rules) implements RuleSetEvent {}
}
