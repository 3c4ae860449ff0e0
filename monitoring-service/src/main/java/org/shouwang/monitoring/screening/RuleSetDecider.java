package org.shouwang.monitoring.screening;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.screening.RuleSetRefusal.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.Department;
import org.shouwang.monitoring.Guard;
import org.shouwang.monitoring.screening.RuleSetCommand.*;
import org.shouwang.monitoring.screening.RuleSetDecider.RuleSet;
import org.shouwang.monitoring.screening.RuleSetEvent.*;
import org.shouwang.monitoring.screening.ScreeningRules.Cycle;
import org.shouwang.monitoring.screening.ScreeningRules.ScreeningRule;
import org.shouwang.monitoring.screening.ScreeningRules.Threshold;

/** Versions follow each other; a published one never changes, and each begins after the one before. */
final class RuleSetDecider implements Decider<RuleSetCommand, RuleSet, RuleSetEvent> {

    /** What a set must remember to decide: its versions, the first at index 0. */
    record RuleSet(List<ScreeningRules> versions) {

        ScreeningRules last() {
            return versions.isEmpty() ? null : versions.getLast();
        }
    }

    private record On(RuleSetCommand command, RuleSet state) {}

    @Override
    public Decision<RuleSetEvent> decide(RuleSetCommand command, RuleSet state) {
        return switch (new On(command, state)) {
            case On(Publish c, RuleSet s) when s.versions().contains(c.rules()) -> nothing();
            case On(Publish c, RuleSet s)
            when c.rules().version() > 0 && c.rules().version() <= s.versions().size() -> refuse(RULES_VERSION_EXISTS);
            case On(Publish c, RuleSet s)
            when c.rules().version() != s.versions().size() + 1 ->
                refuse(RULES_VERSION_OUT_OF_ORDER, Integer.toString(s.versions().size() + 1));
            case On(Publish c, RuleSet _)
            when !strangers(c.rules()).isEmpty() -> refuse(Guard.DEPARTMENT_UNKNOWN, strangers(c.rules()));
            case On(Publish c, RuleSet s)
            when !contradictions(c.rules(), s.last()).isEmpty() ->
                refuse(RULES_INCONSISTENT, contradictions(c.rules(), s.last()));
            case On(Publish c, RuleSet _) when !c.others().isEmpty() -> refuse(RULES_OVERLAP, c.others());
            case On(Publish c, RuleSet _) -> accept(new ScreeningRulesPublished(c.rules()));
        };
    }

    private static List<String> strangers(ScreeningRules rules) {
        return Department.unknown(rules.rules().stream()
                .map(ScreeningRule::dept)
                .filter(Objects::nonNull)
                .toList());
    }

    /** Names of the parts that cannot stand beside each other. */
    private static List<String> contradictions(ScreeningRules rules, ScreeningRules last) {
        var wrong = new ArrayList<String>();
        if (rules.effectiveTo() != null && rules.effectiveTo().isBefore(rules.effectiveFrom()))
            wrong.add("effectiveTo");
        if (last != null && !last.areaPrefix().equals(rules.areaPrefix())) wrong.add("areaPrefix");
        if (last != null && !rules.effectiveFrom().isAfter(last.effectiveFrom())) wrong.add("effectiveFrom");
        var ids = rules.rules().stream().map(ScreeningRule::id).toList();
        if (ids.isEmpty() || ids.stream().distinct().count() < ids.size()) wrong.add("rules");
        for (var rule : rules.rules())
            if (!complete(rule) || !rule.thresholds().stream().allMatch(RuleSetDecider::complete)) wrong.add(rule.id());
        return List.copyOf(wrong);
    }

    private static boolean complete(ScreeningRule rule) {
        return rule.dept() != null
                && rule.item() != null
                && rule.zh() != null
                && rule.en() != null
                && rule.cycle() != null
                && rule.thresholds() != null
                && (rule.deliverMonth() == null || rule.cycle() == Cycle.YEARLY && rule.deliverBy() != null)
                && (rule.cycle() != Cycle.YEARLY || rule.deliverBy() == null || rule.deliverMonth() != null);
    }

    private static boolean complete(Threshold threshold) {
        return threshold.audience() != null && threshold.comparison() != null;
    }

    @Override
    public RuleSet initial() {
        return new RuleSet(List.of());
    }

    @Override
    public RuleSet evolve(RuleSet state, RuleSetEvent event) {
        return switch (event) {
            case ScreeningRulesPublished(var rules) -> {
                var versions = new ArrayList<>(state.versions());
                versions.add(rules);
                yield new RuleSet(List.copyOf(versions));
            }
        };
    }
}
