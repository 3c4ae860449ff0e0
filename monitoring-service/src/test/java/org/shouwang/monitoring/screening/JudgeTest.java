package org.shouwang.monitoring.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.monitoring.facts.RegisteredType.GENERAL;
import static org.shouwang.monitoring.facts.RegisteredType.LIFTED;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.monitoring.facts.RegisteredType;
import org.shouwang.monitoring.screening.Judge.*;
import org.shouwang.monitoring.screening.ScreeningRules.Audience;
import org.shouwang.monitoring.screening.ScreeningRules.Comparison;
import org.shouwang.monitoring.screening.ScreeningRules.Cycle;
import org.shouwang.monitoring.screening.ScreeningRules.ScreeningRule;
import org.shouwang.monitoring.screening.ScreeningRules.Threshold;

/** Each usual rule at its boundaries. */
class JudgeTest {

    private static final String VILLAGE = "610727105208";
    private static final RuleSets.InForce RULES = new RuleSets.InForce(List.of(new ScreeningRules(
            "S", 1, "610727", LocalDate.of(2021, 1, 1), null, "通知", new RuleDefaults().complete(null))));

    private static Judgement judge(String dept, String item, String value, RegisteredType type, boolean object) {
        return Judge.judge(
                RULES.of(VILLAGE, dept, item),
                _ -> value == null ? null : new BigDecimal(value),
                new About(new UUID(0, 1), VILLAGE, type, object),
                Optional.of(new Line(new BigDecimal("6000.00"), false)));
    }

    /** Where the policy counts who is exactly on the line as below it, so does the rule that asks for the line, and no rule with an amount of its own. */
    @ParameterizedTest
    @CsvSource({
        ", 6000.00, true, HIT",
        ", 6000.00, false, MISS",
        ", 6000.01, true, MISS",
        ", 5999.99, false, HIT",
        "6000, 6000.00, true, MISS",
    })
    void on_the_line_is_below_it_where_the_policy_says_so(
            BigDecimal amount, BigDecimal value, boolean inclusive, Outcome outcome) {
        var threshold = new Threshold(Audience.EVERYBODY, Comparison.LESS_THAN, amount);
        var rule = new ScreeningRule(
                "W-INC-1",
                "RURAL",
                "PER_CAPITA_INCOME",
                "人均纯收入",
                "e",
                Cycle.YEARLY,
                null,
                null,
                null,
                null,
                List.of(threshold));
        var judgement = Judge.judge(
                List.of(rule),
                _ -> value,
                new About(new UUID(0, 1), VILLAGE, GENERAL, false),
                Optional.of(new Line(new BigDecimal("6000.00"), inclusive)));
        assertThat(judgement.outcome()).isEqualTo(outcome);
        if (outcome == Outcome.HIT)
            assertThat(Judge.text(judgement.hits().getFirst(), "2021"))
                    .contains(inclusive ? "6000.00，不高于6000.00" : "5999.99，低于6000.00");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "MEDINS, INPATIENT_SELF_PAID, 4999.99, LIFTED, false, MISS, -",
                "MEDINS, INPATIENT_SELF_PAID, 5000.00, LIFTED, false, HIT, W-MED-1",
                "MEDINS, INPATIENT_SELF_PAID, 19999.99, GENERAL, false, MISS, -",
                "MEDINS, INPATIENT_SELF_PAID, 20000.00, GENERAL, false, HIT, W-MED-2",
                "MEDINS, W-MED-1, 20000.00, GENERAL, false, MISS, -",
                "MEDINS, INPATIENT_SELF_PAID, -, LIFTED, false, NO_VALUE, -",
                "MEDINS, OUTPATIENT_SELF_PAID, 499.99, GENERAL, false, MISS, -",
                "MEDINS, OUTPATIENT_SELF_PAID, 500.00, GENERAL, false, HIT, W-MED-3",
                "MEDINS, MEDICAL_BURDEN_PERCENT, 49.99, LIFTED, false, MISS, -",
                "MEDINS, MEDICAL_BURDEN_PERCENT, 50.00, LIFTED, false, HIT, W-MED-4",
                "MEDINS, MEDICAL_BURDEN_PERCENT, 50.00, GENERAL, true, HIT, W-MED-4",
                "MEDINS, MEDICAL_BURDEN_PERCENT, 99.99, GENERAL, false, MISS, -",
                "MEDINS, MEDICAL_BURDEN_PERCENT, 100.00, GENERAL, false, HIT, W-MED-4",
                "EDU, SCHOOL_FEES, 10000.00, GENERAL, false, MISS, -",
                "EDU, SCHOOL_FEES, 10000.01, GENERAL, false, HIT, W-EDU-1",
                "WATER, WATER_CUT_DAYS, 30, GENERAL, false, MISS, -",
                "WATER, WATER_CUT_DAYS, 31, GENERAL, false, HIT, W-WAT-1",
                "RURAL, PER_CAPITA_INCOME, 6000.00, GENERAL, false, MISS, -",
                "RURAL, PER_CAPITA_INCOME, 5999.99, GENERAL, false, HIT, W-INC-1",
                "POLICE, ACCIDENT, -, GENERAL, false, HIT, W-ACC-1",
                "MEDINS, NOT_INSURED, -, GENERAL, false, HIT, W-MED-5",
                "HEALTH, SERIOUS_ILLNESS, -, LIFTED, false, HIT, W-HLT-1",
                "EDU, SUSPECTED_DROPOUT, -, GENERAL, false, HIT, W-EDU-2",
                "HOUSING, UNSAFE_HOUSING, -, LIFTED, false, HIT, W-HOU-1",
                "WATER, WATER_UNSAFE, -, GENERAL, false, HIT, W-WAT-2",
                "HOUSING, W-HOU-1, -, GENERAL, false, HIT, W-HOU-1",
                "HRSS, JOB_LOST, -, LIFTED, false, HIT, W-EMP-1",
                "HRSS, WORK_MONTHS_FALL, 11, LIFTED, true, MISS, -",
                "EMERGENCY, DISASTER, -, GENERAL, false, HIT, W-DIS-1",
                "CIVIL, SOCIAL_ASSISTANCE, -, LIFTED, false, HIT, W-CIV-1",
                "DISABLED, DISABILITY_CARD, -, GENERAL, false, HIT, W-DIB-1",
                "PETITION, PETITION, -, LIFTED, false, HIT, W-PET-1",
                "HEALTH, ACCIDENT, -, GENERAL, false, NO_RULE, -",
                "POLICE, W-MED-1, 9000, LIFTED, false, NO_RULE, -"
            })
    void a_figure_hits_from_its_threshold_on(
            String dept, String item, String value, RegisteredType type, boolean object, Outcome outcome, String rule) {
        var judgement = judge(dept, item, value, type, object);
        assertThat(judgement.outcome()).isEqualTo(outcome);
        assertThat(judgement.hits()).extracting(h -> h.rule().id()).isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    /** The notice's list: rule, department, figure, risk, and from which value of whom on; without a value the row itself is the fact. */
    private static final String NOTICE = """
            W-MED-1, MEDINS, INPATIENT_SELF_PAID, 01, LIFTED AT_LEAST 5000
            W-MED-2, MEDINS, INPATIENT_SELF_PAID, 01, GENERAL AT_LEAST 20000
            W-MED-3, MEDINS, OUTPATIENT_SELF_PAID, 01, EVERYBODY AT_LEAST 500
            W-MED-4, MEDINS, MEDICAL_BURDEN_PERCENT, 01, LIFTED_OR_OBJECT AT_LEAST 50; EVERYBODY AT_LEAST 100
            W-MED-5, MEDINS, NOT_INSURED, -, EVERYBODY ANY -
            W-HLT-1, HEALTH, SERIOUS_ILLNESS, 01, EVERYBODY ANY -
            W-EDU-1, EDU, SCHOOL_FEES, 09, EVERYBODY MORE_THAN 10000
            W-EDU-2, EDU, SUSPECTED_DROPOUT, 09, EVERYBODY ANY -
            W-HOU-1, HOUSING, UNSAFE_HOUSING, 10, EVERYBODY ANY -
            W-WAT-1, WATER, WATER_CUT_DAYS, 11, EVERYBODY MORE_THAN 30
            W-WAT-2, WATER, WATER_UNSAFE, 11, EVERYBODY ANY -
            W-EMP-1, HRSS, JOB_LOST, 07, EVERYBODY ANY -
            W-EMP-2, HRSS, WORK_MONTHS_FALL, 07, off
            W-DIS-1, EMERGENCY, DISASTER, 02, EVERYBODY ANY -
            W-ACC-1, POLICE, ACCIDENT, 05, EVERYBODY ANY -
            W-CIV-1, CIVIL, SOCIAL_ASSISTANCE, -, EVERYBODY ANY -
            W-DIB-1, DISABLED, DISABILITY_CARD, 03, EVERYBODY ANY -
            W-INC-1, RURAL, PER_CAPITA_INCOME, -, EVERYBODY LESS_THAN -
            W-PET-1, PETITION, PETITION, -, EVERYBODY ANY -
            """;

    @Test
    void the_usual_rules_are_those_of_the_notice() {
        assertThat(new RuleDefaults().complete(null))
                .extracting(JudgeTest::line)
                .containsExactlyInAnyOrderElementsOf(NOTICE.lines().toList());
    }

    private static String line(ScreeningRule rule) {
        var thresholds = rule.thresholds().stream()
                .map(t -> t.audience() + " " + t.comparison() + " "
                        + (t.amount() == null
                                ? "-"
                                : t.amount().stripTrailingZeros().toPlainString()))
                .collect(Collectors.joining("; "));
        return String.join(
                ", ",
                rule.id(),
                rule.dept(),
                rule.item(),
                rule.risk() == null ? "-" : rule.risk(),
                thresholds.isEmpty() ? "off" : thresholds);
    }

    /** What the notice leaves to each place: a set names the rule and its threshold, no more. */
    @ParameterizedTest
    @CsvSource({
        "W-EMP-2, HRSS, WORK_MONTHS_FALL, AT_LEAST, 3, 2.99, MISS",
        "W-EMP-2, HRSS, WORK_MONTHS_FALL, AT_LEAST, 3, 3, HIT",
        "W-MED-4, MEDINS, MEDICAL_BURDEN_PERCENT, AT_LEAST, 80, 79.99, MISS",
        "W-MED-4, MEDINS, MEDICAL_BURDEN_PERCENT, AT_LEAST, 80, 80, HIT",
        "W-WAT-1, WATER, WATER_CUT_DAYS, MORE_THAN, 15, 15, MISS",
        "W-WAT-1, WATER, WATER_CUT_DAYS, MORE_THAN, 15, 16, HIT",
        "W-WAT-2, WATER, WATER_UNSAFE, AT_LEAST, 20, 19, MISS",
        "W-WAT-2, WATER, WATER_UNSAFE, AT_LEAST, 20, 20, HIT"
    })
    void a_set_gives_a_usual_rule_a_threshold_of_its_own(
            String id,
            String dept,
            String item,
            Comparison comparison,
            BigDecimal amount,
            BigDecimal value,
            Outcome outcome) {
        var threshold = new Threshold(Audience.EVERYBODY, comparison, amount);
        var given = new ScreeningRule(id, null, null, null, null, null, null, null, null, null, List.of(threshold));
        var set = new ScreeningRules(
                "T", 1, "610727105", LocalDate.of(2021, 1, 1), null, "通知", new RuleDefaults().complete(List.of(given)));
        var rules = new RuleSets.InForce(List.of(set, RULES.sets().getFirst()));
        assertThat(Judge.judge(
                                rules.of(VILLAGE, dept, item),
                                _ -> value,
                                new About(new UUID(0, 1), VILLAGE, GENERAL, false),
                                Optional.empty())
                        .outcome())
                .isEqualTo(outcome);
    }

    /** A row of the list of dangerous houses has neither a grade nor a figure: to be on it is enough, and the clue says no more than that. */
    @Test
    void a_row_of_a_list_of_dangerous_houses_is_a_hit_by_itself() {
        var hit =
                judge("HOUSING", "UNSAFE_HOUSING", null, GENERAL, false).hits().getFirst();
        assertThat(hit.value()).isNull();
        assertThat(hit.rule().risk()).isEqualTo("10");
        assertThat(Judge.text(hit, "2021-11-01")).isEqualTo("部门筛查预警：住房为C、D级危房、无房，或列入危房改造名单（2021-11-01，规则W-HOU-1）");
    }

    @Test
    void another_department_says_nothing_by_a_rule_that_is_not_its_own() {
        for (var rule : new RuleDefaults().complete(null)) {
            var other = rule.dept().equals("MEDINS") ? "POLICE" : "MEDINS";
            assertThat(judge(other, rule.item(), "1", LIFTED, true).outcome())
                    .as(rule.id())
                    .isEqualTo(Outcome.NO_RULE);
            assertThat(judge(rule.dept(), rule.item(), "1", LIFTED, true).outcome())
                    .as(rule.id())
                    .isNotEqualTo(Outcome.NO_RULE);
        }
    }

    @Test
    void without_a_line_nothing_is_made_up() {
        var rules = RULES.of(VILLAGE, "RURAL", "W-INC-1");
        assertThat(Judge.judge(
                                rules,
                                _ -> BigDecimal.ONE,
                                new About(new UUID(0, 1), VILLAGE, LIFTED, false),
                                Optional.empty())
                        .outcome())
                .isEqualTo(Outcome.NO_LINE);
    }

    @Test
    void the_smallest_area_that_has_a_rule_sets_it() {
        var own = new ScreeningRule(
                "W-MED-1", "MEDINS", "INPATIENT_SELF_PAID", "z", "e", Cycle.MONTHLY, null, null, "01", null, List.of());
        var sets = new RuleSets.InForce(List.of(
                new ScreeningRules("T", 1, "610727105", LocalDate.of(2021, 1, 1), null, "通知", List.of(own)),
                RULES.sets().getFirst()));
        assertThat(sets.of(VILLAGE, "MEDINS", "INPATIENT_SELF_PAID"))
                .extracting(ScreeningRule::id)
                .containsExactly("W-MED-1", "W-MED-2");
        assertThat(sets.of(VILLAGE, "MEDINS", "W-MED-1")).containsExactly(own);
        assertThat(sets.of("610727101201", "MEDINS", "W-MED-1").getFirst().thresholds())
                .isNotEmpty();
        assertThat(sets.of("620826112201", "MEDINS", "W-MED-1")).isEmpty();
        assertThat(Judge.judge(
                                List.of(own),
                                _ -> BigDecimal.TEN,
                                new About(new UUID(0, 1), VILLAGE, GENERAL, false),
                                Optional.empty())
                        .outcome())
                .isEqualTo(Outcome.MISS);
    }

    @ParameterizedTest
    @CsvSource({
        "MONTHLY, 2021-09, 2021-09",
        "MONTHLY, 2021-09-15, 2021-09",
        "YEARLY, 2021-09, 2021",
        "YEARLY, 2021, 2021",
        "DAILY, 2021-09-15, 2021-09-15",
        "ON_EVENT, 2021-09-15, 2021-09-15",
        "MONTHLY, 2021, 2021"
    })
    void a_period_is_cut_to_the_cycle(Cycle cycle, String delivered, String period) {
        assertThat(Judge.period(cycle, delivered)).isEqualTo(period);
    }

    @ParameterizedTest
    @CsvSource({"2021, 2021-12-31", "2021-02, 2021-02-28", "2021-02-03, 2021-02-03"})
    void a_period_has_a_last_day(String period, LocalDate last) {
        assertThat(Judge.last(period)).isEqualTo(last);
    }
}
