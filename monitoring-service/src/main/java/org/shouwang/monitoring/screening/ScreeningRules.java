package org.shouwang.monitoring.screening;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The early-warning rules that one version of a notice sets for an area: which figure of which department makes a clue, as data. Where
 * several hold for a village, each rule is taken from the smallest area around it that has it.
 *
 * @param areaPrefix leading digits of the area codes that it holds for; empty: everywhere
 * @param effectiveTo last day, inclusive; null: open
 * @param source the notice that sets them
 */
public record ScreeningRules(
        String setId,
        int version,
        String areaPrefix,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        String source,
        List<ScreeningRule> rules) {

    /** How long one clue about a household is enough: the period that a figure speaks of is cut to it. */
    public enum Cycle {
        DAILY,
        MONTHLY,
        YEARLY,
        /** On delivery, or at the end of an event: the period is what the department says. */
        ON_EVENT
    }

    public enum Audience {
        EVERYBODY,
        /** 脱贫户 */
        LIFTED,
        /** 一般户 */
        GENERAL,
        /** 脱贫户和监测对象 */
        LIFTED_OR_OBJECT
    }

    public enum Comparison {
        /** The row itself is the fact. */
        ANY,
        /** ≥ */
        AT_LEAST,
        /** > */
        MORE_THAN,
        /** < */
        LESS_THAN
    }

    /** @param amount that a value is compared with, in the unit of the item; null: the monitoring line in force there */
    public record Threshold(Audience audience, Comparison comparison, BigDecimal amount) {

        boolean asksForTheLine() {
            return comparison != Comparison.ANY && amount == null;
        }
    }

    /**
     * @param item what the department delivers, as a code; rows may name the rule instead
     * @param zh what was found, as a clue says it
     * @param deliverBy day of the month by which the department delivers, or the month's last; null: none
     * @param deliverMonth month of the year, 1 to 12, for a yearly rule with a day; null else
     * @param risk code of the collection form that it points to; null: open
     * @param perHousehold the figures of a household's members are added up before they are compared; null: each row is judged by itself
     * @param thresholds the first whose audience a household belongs to counts; none: the rule is switched off
     */
    public record ScreeningRule(
            String id,
            String dept,
            String item,
            String zh,
            String en,
            Cycle cycle,
            Integer deliverBy,
            Integer deliverMonth,
            String risk,
            Boolean perHousehold,
            List<Threshold> thresholds) {

        /** The one that speaks of such a household, if any. */
        Optional<Threshold> threshold(Predicate<Audience> meant) {
            return thresholds.stream().filter(t -> meant.test(t.audience())).findFirst();
        }

        boolean means(String said, String department) {
            return dept.equals(department) && (item.equals(said) || id.equals(said));
        }
    }

    boolean covers(String areaCode) {
        return areaCode.startsWith(areaPrefix);
    }
}
