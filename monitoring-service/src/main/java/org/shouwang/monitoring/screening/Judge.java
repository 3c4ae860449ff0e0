package org.shouwang.monitoring.screening;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.shouwang.monitoring.facts.RegisteredType;
import org.shouwang.monitoring.screening.ScreeningRules.*;

/** From a figure, the rules in force and the household it is about to what follows: the rules as they are written, nothing else. */
final class Judge {

    /** What a figure came to. */
    enum Outcome {
        HIT,
        MISS,
        /** No rule of the department in this place is about it. */
        NO_RULE,
        /** A rule needs a figure and there is none. */
        NO_VALUE,
        /** A rule compares with the monitoring line, and none is set. */
        NO_LINE,
        /** No policy is in force in the village on the day. */
        NO_POLICY,
        HOUSEHOLD_ENDED
    }

    /** @param object whether it is monitored */
    record About(UUID householdId, String areaCode, RegisteredType type, boolean object) {}

    /** The monitoring line of a village, yuan per person and year. @param inclusive who is exactly on it is below it */
    record Line(BigDecimal amount, boolean inclusive) {}

    /** @param value that reached it; may be null where the fact was enough @param threshold that was reached; null where the fact was enough */
    record Found(ScreeningRule rule, BigDecimal value, BigDecimal threshold, Comparison comparison) {}

    record Judgement(Outcome outcome, List<Found> hits) {

        static Judgement of(Outcome outcome) {
            return new Judgement(outcome, List.of());
        }
    }

    private Judge() {}

    /** @param figures what each rule compares; null where the row is a fact without a figure */
    static Judgement judge(
            List<ScreeningRule> rules, Function<ScreeningRule, BigDecimal> figures, About about, Optional<Line> line) {
        if (rules.isEmpty()) return Judgement.of(Outcome.NO_RULE);
        var hits = new ArrayList<Found>();
        var otherwise = Outcome.MISS;
        for (var rule : rules) {
            var threshold = threshold(rule, about);
            if (threshold.isEmpty()) continue;
            var value = figures.apply(rule);
            var t = threshold.get();
            var limit = t.asksForTheLine() ? line.map(Line::amount).orElse(null) : t.amount();
            var onIt = t.asksForTheLine() && line.map(Line::inclusive).orElse(false);
            if (t.comparison() == Comparison.ANY) hits.add(new Found(rule, value, null, t.comparison()));
            else if (value == null) otherwise = Outcome.NO_VALUE;
            else if (limit == null) otherwise = Outcome.NO_LINE;
            else if (reached(t.comparison(), value, limit, onIt))
                hits.add(new Found(rule, value, limit, t.comparison()));
        }
        return hits.isEmpty() ? Judgement.of(otherwise) : new Judgement(Outcome.HIT, List.copyOf(hits));
    }

    /** What a rule holds against a household; empty where it does not speak of it. */
    static Optional<Threshold> threshold(ScreeningRule rule, About about) {
        return rule.threshold(audience -> meant(audience, about));
    }

    private static boolean meant(Audience audience, About about) {
        return switch (audience) {
            case EVERYBODY -> true;
            case LIFTED -> about.type() == RegisteredType.LIFTED;
            case GENERAL -> about.type() == RegisteredType.GENERAL;
            case LIFTED_OR_OBJECT -> about.type() == RegisteredType.LIFTED || about.object();
        };
    }

    /** @param onIt who is exactly on the limit is below it */
    private static boolean reached(Comparison comparison, BigDecimal value, BigDecimal limit, boolean onIt) {
        return switch (comparison) {
            case ANY -> true;
            case AT_LEAST -> value.compareTo(limit) >= 0;
            case MORE_THAN -> value.compareTo(limit) > 0;
            case LESS_THAN -> value.compareTo(limit) < 0 || onIt && value.compareTo(limit) == 0;
        };
    }

    /** The period for which one clue is enough: what the department says, cut to the rule's cycle. */
    static String period(Cycle cycle, String delivered) {
        var length =
                switch (cycle) {
                    case YEARLY -> 4;
                    case MONTHLY -> 7;
                    case DAILY, ON_EVENT -> 10;
                };
        return delivered.substring(0, Math.min(length, delivered.length()));
    }

    /** The last day of a year, month or day. */
    static LocalDate last(String period) {
        return switch (period.length()) {
            case 4 -> Year.parse(period).atMonth(12).atEndOfMonth();
            case 7 -> YearMonth.parse(period).atEndOfMonth();
            default -> LocalDate.parse(period);
        };
    }

    /** A household, a rule and a period have one clue, whoever delivers what how often. */
    static UUID clue(UUID householdId, String ruleId, String period) {
        return UUID.nameUUIDFromBytes(
                ("screening/" + householdId + "/" + ruleId + "/" + period).getBytes(StandardCharsets.UTF_8));
    }

    /** What the clue says to who looks into it. */
    static String text(Found hit, String period) {
        var value = hit.value();
        var figure =
                switch (hit.comparison()) {
                    case ANY -> "";
                    case AT_LEAST -> figure(value, "达到", hit.threshold());
                    case MORE_THAN -> figure(value, "超过", hit.threshold());
                    case LESS_THAN ->
                        figure(value, value.compareTo(hit.threshold()) < 0 ? "低于" : "不高于", hit.threshold());
                };
        return "部门筛查预警：%s%s（%s，规则%s）"
                .formatted(hit.rule().zh(), figure, period, hit.rule().id());
    }

    private static String figure(BigDecimal value, String word, BigDecimal limit) {
        return value.toPlainString() + "，" + word + limit.toPlainString();
    }
}
