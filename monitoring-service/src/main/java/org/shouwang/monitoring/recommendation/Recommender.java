package org.shouwang.monitoring.recommendation;

import static org.shouwang.monitoring.facts.RegisteredType.LIFTED;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.shouwang.monitoring.object.Grade;
import org.shouwang.monitoring.object.ObjectType;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.recommendation.Recommendation.Trace;

/** From circumstances, terms and line to a recommendation: by colour where the policy grades, by the three types where it does not. */
public final class Recommender {

    private Recommender() {}

    /** @param line yuan per person and year; never null: a missing line is the caller's to refuse */
    public static Recommendation recommend(PolicyTerms terms, BigDecimal line, Circumstances c) {
        var income = compared(terms, c.perCapita(), c.perCapitaReference());
        var inRange = inRange(terms, line, c.perCapita(), c.perCapitaReference());
        var trace = new ArrayList<Trace>();
        trace.add(new Trace(
                "IN_RANGE",
                inRange,
                "人均收入%s元，%s监测收入线%s元".formatted(income.toPlainString(), inRange ? "低于" : "不低于", line.toPlainString()),
                "income per person %s is %s the line %s"
                        .formatted(income.toPlainString(), inRange ? "below" : "not below", line.toPlainString())));
        trace.add(new Trace(
                "RISK",
                !c.risks().isEmpty(),
                c.risks().isEmpty() ? "没有返贫致贫风险" : "有返贫致贫风险：" + String.join("、", c.risks()),
                c.risks().isEmpty() ? "no risk recorded" : "risks recorded: " + String.join(", ", c.risks())));
        var result = terms.grading().enabled() ? byColour(terms, c, income, trace) : byType(terms, c, inRange, trace);
        var byTown = terms.explainedByTown(c.assetFlags());
        var clear = byTown.containsAll(c.assetFlags());
        var justify = result.include && !clear;
        trace.add(new Trace(
                "ASSETS",
                !clear,
                clear ? "没有需要慎重纳入的情形" : "有需要慎重纳入的情形，纳入须说明理由",
                clear ? "nothing speaks against need" : "assets speak against need: an inclusion must be justified"));
        if (!byTown.isEmpty())
            trace.add(new Trace(
                    "TOWN_EXPLAINS",
                    true,
                    "纳入须由乡镇审核时说明理由：" + String.join("、", byTown),
                    "an inclusion is justified at the town's review: " + String.join(", ", byTown)));
        return new Recommendation(
                result.include,
                result.type,
                result.grade,
                result.reasonCode,
                inRange,
                income,
                line,
                justify,
                List.copyOf(trace));
    }

    /** Whether an income per person lies in the monitoring range. @param reference may be null */
    public static boolean inRange(PolicyTerms terms, BigDecimal line, BigDecimal perCapita, BigDecimal reference) {
        var income = compared(terms, perCapita, reference);
        return terms.line().inclusive() ? income.compareTo(line) <= 0 : income.compareTo(line) < 0;
    }

    private static BigDecimal compared(PolicyTerms terms, BigDecimal perCapita, BigDecimal reference) {
        return terms.line().useReferenceIncome() && reference != null ? reference : perCapita;
    }

    private record Result(boolean include, ObjectType type, Grade grade, String reasonCode) {}

    private static Result byColour(PolicyTerms terms, Circumstances c, BigDecimal income, List<Trace> trace) {
        var graded = Grading.grade(terms.grading(), c, income);
        var colour = graded.grade() == null ? "不评级" : graded.grade().zh();
        trace.add(new Trace(
                "GRADE_" + graded.rule(),
                graded.grade() != null,
                "评级结果：" + colour,
                "grade: " + (graded.grade() == null ? "none" : graded.grade().name())));
        if (graded.grade() == null)
            return new Result(false, null, null, c.risks().isEmpty() ? "NO_RISK" : "ABOVE_LINE");
        return graded.grade() == Grade.RED
                ? included(terms, registeredAs(c), Grade.RED, trace)
                : new Result(true, null, graded.grade(), null);
    }

    private static Result byType(PolicyTerms terms, Circumstances c, boolean inRange, List<Trace> trace) {
        var risky = !c.risks().isEmpty();
        var lifted = c.registered() == LIFTED;
        trace.add(new Trace(
                "REGISTERED",
                lifted,
                lifted ? "户类型：脱贫户" : "户类型：一般户",
                lifted ? "registered as lifted from poverty" : "not registered"));
        if (inRange)
            return risky ? included(terms, registeredAs(c), null, trace) : new Result(false, null, null, "NO_RISK");
        var sudden = c.suddenEvent() && c.severeDifficulty() && risky;
        trace.add(new Trace(
                "SUDDEN",
                sudden,
                sudden ? "突发情况导致基本生活严重困难" : "没有突发情况导致的严重困难",
                sudden
                        ? "a sudden event put basic life in serious difficulty"
                        : "no serious difficulty for a sudden event"));
        return sudden ? included(terms, ObjectType.SUDDEN, null, trace) : new Result(false, null, null, "ABOVE_LINE");
    }

    /** As an object of this type, where the policy has it: what the meeting could not decide is not recommended. */
    private static Result included(PolicyTerms terms, ObjectType type, Grade grade, List<Trace> trace) {
        if (terms.objectTypes().contains(type)) return new Result(true, type, grade, null);
        trace.add(new Trace(
                "TYPE_IN_POLICY",
                false,
                "本政策没有监测对象类别：" + type.zh(),
                "this policy has no objects of the type " + type.name()));
        return new Result(false, null, null, "TYPE_NOT_IN_POLICY");
    }

    private static ObjectType registeredAs(Circumstances c) {
        return c.registered() == LIFTED ? ObjectType.UNSTABLE : ObjectType.EDGE;
    }
}
