package org.shouwang.monitoring.policy;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.policy.PolicyRefusal.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.Department;
import org.shouwang.monitoring.policy.PolicyCommand.*;
import org.shouwang.monitoring.policy.PolicyEvent.*;

/** Versions follow each other; a published one never changes; no two policies hold for the same area prefix on the same day. */
final class PolicyDecider implements Decider<PolicyCommand, Policy, PolicyEvent> {

    /** Without these nobody is looked at, judged or decided upon. */
    private static final List<CaseStep> ALWAYS = List.of(CaseStep.VISIT, CaseStep.REVIEW, CaseStep.TOWN);

    /** Where an inclusion in spite of the negative list can be explained. */
    private static final List<CaseStep> EXPLAINED = List.of(CaseStep.REVIEW, CaseStep.TOWN);

    private static final String CODE = "[A-Z][A-Z_]{1,39}";
    private static final int MONTHS = 12;

    private record On(PolicyCommand command, Policy state) {}

    @Override
    public Decision<PolicyEvent> decide(PolicyCommand command, Policy state) {
        return switch (new On(command, state)) {
            case On(Publish c, Policy p) when p.versions().contains(c.terms()) -> nothing();
            case On(Publish c, Policy p)
            when c.terms().version() > 0 && c.terms().version() <= p.versions().size() -> refuse(POLICY_VERSION_EXISTS);
            case On(Publish c, Policy p)
            when c.terms().version() != p.versions().size() + 1 ->
                refuse(
                        POLICY_VERSION_OUT_OF_ORDER,
                        Integer.toString(p.versions().size() + 1));
            case On(Publish c, Policy p)
            when !contradictions(c.terms(), p.last()).isEmpty() ->
                refuse(POLICY_INCONSISTENT, contradictions(c.terms(), p.last()));
            case On(Publish c, Policy _) when !c.others().isEmpty() -> refuse(POLICY_OVERLAP, c.others());
            case On(Publish c, Policy p) when p.last() == null -> accept(new PolicyPublished(c.terms()));
            case On(Publish c, Policy p) -> accept(new PolicyPublished(c.terms()), superseded(c.terms(), p.last()));
        };
    }

    private static PolicySuperseded superseded(PolicyTerms terms, PolicyTerms last) {
        return new PolicySuperseded(terms.policyId(), last.version(), terms.version(), terms.effectiveFrom());
    }

    /** Names of the parts that cannot stand beside each other. */
    static List<String> contradictions(PolicyTerms terms, PolicyTerms previous) {
        var wrong = new ArrayList<String>();
        if (terms.effectiveTo() != null && terms.effectiveTo().isBefore(terms.effectiveFrom()))
            wrong.add("effectiveTo");
        if (previous != null && !previous.areaPrefix().equals(terms.areaPrefix())) wrong.add("areaPrefix");
        if (terms.publicity().required()
                && (terms.publicity().forbidden() || terms.publicity().days() < 1)) wrong.add("publicity");
        var level = terms.publicity().level();
        if (level != null && !PolicyWords.LEVELS.contains(level)) wrong.add("publicity.level");
        if (terms.line().source() == PolicyTerms.Line.Source.FIXED
                && terms.line().amount() == null) wrong.add("line.amount");
        if (terms.steps() != null && !terms.steps().stream().allMatch(PolicyWords::known)) wrong.add("steps");
        else if (!terms.caseSteps().containsAll(ALWAYS)) wrong.add("steps");
        else if (terms.publicity().required() && !terms.caseSteps().contains(CaseStep.PUBLICITY)) wrong.add("steps");
        else if (terms.caseSteps().contains(CaseStep.COMPARE)
                && !terms.caseSteps().contains(CaseStep.CONSENT)) wrong.add("steps");
        if (!limitsFit(terms)) wrong.add("stepLimits");
        if (!listFits(terms)) wrong.add("negativeList");
        if (terms.comparison() != null
                && !terms.comparison().stream().allMatch(records -> Department.known(records.dept())))
            wrong.add("comparison");
        var grading = terms.grading();
        if (grading.enabled()
                && (grading.redBelow() == null
                        || grading.yellowBelow() == null
                        || grading.redRule() == null
                        || grading.redBelow().compareTo(grading.yellowBelow()) > 0)) wrong.add("grading");
        var size = terms.sizeLimitPercent();
        if (size != null && (size.signum() <= 0 || size.compareTo(SizeLimit.HUNDRED) > 0))
            wrong.add("sizeLimitPercent");
        var cycle = terms.monitoring() == null ? null : terms.monitoring().cycle();
        if (cycle != null && !PolicyWords.CYCLES.contains(cycle)) wrong.add("monitoring.cycle");
        var income = terms.monitoring() == null ? null : terms.monitoring().sweepIncome();
        if (income != null && !PolicyWords.REGISTERED.containsAll(income)) wrong.add("monitoring.sweepIncome");
        var from = terms.monitoring() == null ? null : terms.monitoring().sweepsFromMonth();
        if (from != null && (from < 1 || from > MONTHS)) wrong.add("monitoring.sweepsFromMonth");
        var revisit = terms.removal() == null ? null : terms.removal().revisitMonths();
        if (revisit != null && (revisit < 1 || MONTHS % revisit != 0)) wrong.add("removal.revisitMonths");
        return List.copyOf(wrong);
    }

    /** A limit is of a step that the policy has, counted from one before it that it has too, or from the opening of the case; one of each step. */
    private static boolean limitsFit(PolicyTerms terms) {
        if (terms.stepLimits() == null) return true;
        var steps = EnumSet.copyOf(terms.caseSteps());
        steps.remove(CaseStep.CLUE);
        return terms.stepLimits().stream()
                .allMatch(l -> steps.remove(l.step())
                        && l.days() > 0
                        && l.after() != null
                        && l.after().compareTo(l.step()) < 0
                        && (l.after() == CaseStep.CLUE || terms.caseSteps().contains(l.after())));
    }

    /** Each code once, in capitals, with its words, and explained at a step that decides. */
    private static boolean listFits(PolicyTerms terms) {
        if (terms.negativeList() == null) return true;
        var codes = new HashSet<String>();
        return terms.negativeList().stream()
                .allMatch(item -> item.code() != null
                        && item.code().matches(CODE)
                        && codes.add(item.code())
                        && item.zh() != null
                        && (item.explainedAt() == null || EXPLAINED.contains(item.explainedAt())));
    }

    @Override
    public Policy initial() {
        return new Policy(List.of());
    }

    @Override
    public Policy evolve(Policy state, PolicyEvent event) {
        return switch (event) {
            case PolicyPublished(var terms) -> {
                var versions = new ArrayList<>(state.versions());
                versions.add(terms);
                yield new Policy(List.copyOf(versions));
            }
            case PolicySuperseded _ -> state;
        };
    }
}
