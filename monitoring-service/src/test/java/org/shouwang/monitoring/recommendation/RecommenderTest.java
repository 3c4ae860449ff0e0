package org.shouwang.monitoring.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.monitoring.facts.RegisteredType.*;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.eventsourcing.journal.Json;
import org.shouwang.monitoring.facts.Indicator;
import org.shouwang.monitoring.facts.RegisteredType;
import org.shouwang.monitoring.facts.SafeguardFact.Item;
import org.shouwang.monitoring.facts.SafeguardResult;
import org.shouwang.monitoring.object.Grade;
import org.shouwang.monitoring.object.ObjectType;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.policy.PolicyTerms.Grading.RedRule;
import org.shouwang.monitoring.policy.SamplePolicies;

class RecommenderTest {

    private static final PolicyTerms TOWN_2020 = SamplePolicies.town2020();
    private static final PolicyTerms COUNTY_2021 = SamplePolicies.county2021();
    private static final BigDecimal LINE = new BigDecimal("6000.00");
    private static final BigDecimal FIVE = new BigDecimal("5000.00");

    @ParameterizedTest
    @CsvSource({"4999.99, RED, INCOME", "5000.00, YELLOW, YELLOW", "9999.99, YELLOW, YELLOW", "10000.00, GREEN, GREEN"})
    void the_colours_change_at_5000_and_10000(BigDecimal income, Grade grade, String rule) {
        var household = household(LIFTED, income).build();
        assertThat(Grading.grade(TOWN_2020.grading(), household, income)).isEqualTo(new Grading.Result(grade, rule));
        var recommendation = Recommender.recommend(TOWN_2020, FIVE, household);
        assertThat(recommendation.grade()).isEqualTo(grade);
        assertThat(recommendation.include()).isTrue();
        assertThat(recommendation.type()).isEqualTo(grade == Grade.RED ? ObjectType.UNSTABLE : null);
    }

    @Test
    void water_at_risk_after_an_accident_is_red() {
        var household = household(LIFTED, FIVE)
                .hardship()
                .with(Indicator.WATER, SafeguardResult.AT_RISK)
                .build();
        assertThat(Grading.grade(TOWN_2020.grading(), household, FIVE))
                .isEqualTo(new Grading.Result(Grade.RED, "HARDSHIP"));
    }

    @Test
    void a_registered_household_with_a_failed_item_is_red_without_hardship_too() {
        var household = household(LIFTED, FIVE)
                .with(Indicator.HOUSING, SafeguardResult.FAIL)
                .build();
        assertThat(Grading.grade(TOWN_2020.grading(), household, FIVE))
                .isEqualTo(new Grading.Result(Grade.RED, "SAFEGUARD"));
    }

    @Test
    void what_was_listed_in_2019_stays_red() {
        var household = household(GENERAL, new BigDecimal("20000.00")).listed().build();
        assertThat(Grading.grade(TOWN_2020.grading(), household, household.perCapita())
                        .grade())
                .isEqualTo(Grade.RED);
    }

    @Test
    void a_general_household_is_red_or_nothing() {
        var poor = Recommender.recommend(
                TOWN_2020,
                FIVE,
                household(GENERAL, new BigDecimal("4800.00")).risks("06").build());
        assertThat(poor.grade()).isEqualTo(Grade.RED);
        assertThat(poor.type()).isEqualTo(ObjectType.EDGE);
        var able = Recommender.recommend(
                TOWN_2020, FIVE, household(GENERAL, new BigDecimal("5200.00")).build());
        assertThat(able.include()).isFalse();
        assertThat(able.grade()).isNull();
        assertThat(able.reasonCode()).isEqualTo("NO_RISK");
    }

    @Test
    void a_general_household_above_the_line_with_a_failed_item_needs_hardship_to_be_red() {
        var failed = household(GENERAL, FIVE).with(Indicator.HOUSING, SafeguardResult.FAIL);
        assertThat(Grading.grade(TOWN_2020.grading(), failed.build(), FIVE).grade())
                .isNull();
        assertThat(Grading.grade(TOWN_2020.grading(), failed.hardship().build(), FIVE)
                        .grade())
                .isEqualTo(Grade.RED);
    }

    @Test
    void the_stricter_red_rule_asks_for_both() {
        var both = new PolicyTerms.Grading(true, FIVE, new BigDecimal("10000.00"), RedRule.INCOME_AND_SAFEGUARD);
        var poor = new BigDecimal("4000.00");
        assertThat(Grading.grade(both, household(LIFTED, poor).build(), poor).grade())
                .isEqualTo(Grade.YELLOW);
        assertThat(Grading.grade(
                                both,
                                household(LIFTED, poor)
                                        .with(Indicator.FOOD, SafeguardResult.AT_RISK)
                                        .build(),
                                poor)
                        .grade())
                .isEqualTo(Grade.RED);
    }

    @Test
    void below_the_line_with_a_risk_is_unstable_or_on_the_edge() {
        var income = new BigDecimal("4860.00");
        assertThat(recommend(household(LIFTED, income).risks("01")).type()).isEqualTo(ObjectType.UNSTABLE);
        assertThat(recommend(household(GENERAL, income).risks("01")).type()).isEqualTo(ObjectType.EDGE);
    }

    @Test
    void below_the_line_without_a_risk_is_nothing() {
        var r = recommend(household(LIFTED, new BigDecimal("4860.00")));
        assertThat(r.include()).isFalse();
        assertThat(r.reasonCode()).isEqualTo("NO_RISK");
        assertThat(r.inRange()).isTrue();
    }

    @Test
    void the_line_itself_is_not_below_it() {
        assertThat(recommend(household(LIFTED, new BigDecimal("5999.99")).risks("01"))
                        .include())
                .isTrue();
        assertThat(recommend(household(LIFTED, LINE).risks("01")).reasonCode()).isEqualTo("ABOVE_LINE");
    }

    @Test
    void above_the_line_only_a_sudden_event_with_serious_difficulty_counts() {
        var income = new BigDecimal("6200.00");
        assertThat(recommend(household(LIFTED, income).risks("05")).reasonCode())
                .isEqualTo("ABOVE_LINE");
        assertThat(recommend(household(LIFTED, income).risks("05").sudden(true, false))
                        .include())
                .isFalse();
        assertThat(recommend(household(LIFTED, income).sudden(true, true)).include())
                .isFalse();
        assertThat(recommend(household(GENERAL, income).risks("05").sudden(true, true))
                        .type())
                .isEqualTo(ObjectType.SUDDEN);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "LIFTED, 4860.00, false, EDGE SUDDEN, -, TYPE_NOT_IN_POLICY",
                "LIFTED, 4860.00, false, UNSTABLE, UNSTABLE, -",
                "GENERAL, 4860.00, false, UNSTABLE SUDDEN, -, TYPE_NOT_IN_POLICY",
                "GENERAL, 4860.00, false, EDGE, EDGE, -",
                "GENERAL, 6200.00, true, UNSTABLE EDGE, -, TYPE_NOT_IN_POLICY",
                "GENERAL, 6200.00, true, SUDDEN, SUDDEN, -",
                "LIFTED, 6200.00, false, UNSTABLE EDGE, -, ABOVE_LINE"
            })
    void who_is_of_a_type_that_the_policy_has_not_is_not_recommended(
            RegisteredType registered, BigDecimal income, boolean struck, String types, ObjectType type, String reason)
            throws Exception {
        var household = household(registered, income).risks("05").sudden(struck, struck);
        var r = Recommender.recommend(having(COUNTY_2021, types), LINE, household.build());
        assertThat(r.include()).isEqualTo(type != null);
        assertThat(r.type()).isEqualTo(type);
        assertThat(r.reasonCode()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "LIFTED, 4999.99, EDGE, false, -, -, TYPE_NOT_IN_POLICY",
                "LIFTED, 4999.99, UNSTABLE, true, UNSTABLE, RED, -",
                "GENERAL, 4800.00, UNSTABLE, false, -, -, TYPE_NOT_IN_POLICY",
                "LIFTED, 5000.00, EDGE, true, -, YELLOW, -"
            })
    void red_is_of_a_type_that_the_policy_has(
            RegisteredType registered,
            BigDecimal income,
            String types,
            boolean include,
            ObjectType type,
            Grade grade,
            String reason)
            throws Exception {
        var r = Recommender.recommend(
                having(TOWN_2020, types), FIVE, household(registered, income).build());
        assertThat(r.include()).isEqualTo(include);
        assertThat(r.type()).isEqualTo(type);
        assertThat(r.grade()).isEqualTo(grade);
        assertThat(r.reasonCode()).isEqualTo(reason);
    }

    @Test
    void the_way_to_a_recommendation_names_the_type_that_the_policy_has_not() throws Exception {
        var r = Recommender.recommend(
                having(COUNTY_2021, "EDGE"),
                LINE,
                household(LIFTED, new BigDecimal("4860.00")).risks("01").build());
        assertThat(r.inRange()).isTrue();
        assertThat(r.manualJustification()).isFalse();
        assertThat(r.trace())
                .extracting(Recommendation.Trace::rule)
                .containsExactly("IN_RANGE", "RISK", "REGISTERED", "TYPE_IN_POLICY", "ASSETS");
        assertThat(r.trace().get(3).holds()).isFalse();
        assertThat(r.trace().get(3).zh()).contains("脱贫不稳定户");
    }

    /** The same policy with these types, separated by spaces. */
    private static PolicyTerms having(PolicyTerms policy, String types) throws Exception {
        ObjectNode said = Json.MAPPER.valueToTree(policy);
        said.set("objectTypes", Json.MAPPER.valueToTree(types.split(" ")));
        return Json.MAPPER.treeToValue(said, PolicyTerms.class);
    }

    @Test
    void assets_never_refuse_but_ask_for_a_reason() {
        var r = recommend(
                household(LIFTED, new BigDecimal("4860.00")).risks("01").assets("VEHICLE"));
        assertThat(r.include()).isTrue();
        assertThat(r.manualJustification()).isTrue();
        assertThat(r.trace())
                .extracting(Recommendation.Trace::rule)
                .containsExactly("IN_RANGE", "RISK", "REGISTERED", "ASSETS");
    }

    @Provide
    Arbitrary<List<SafeguardResult>> mostlyGood() {
        return Arbitraries.frequencyOf(
                        Tuple.of(9, Arbitraries.of(SafeguardResult.PASS, SafeguardResult.NOT_APPLICABLE)),
                        Tuple.of(1, Arbitraries.of(SafeguardResult.class)))
                .list()
                .ofSize(Indicator.values().length);
    }

    @Property(tries = 4000, edgeCases = EdgeCasesMode.NONE)
    void every_household_gets_exactly_one_grade_and_red_goes_first(
            @ForAll RegisteredType registered,
            @ForAll @BigRange(min = "-2000", max = "30000") @Scale(2) BigDecimal any,
            @ForAll @BigRange(min = "0", max = "12000") @Scale(2) BigDecimal redBelow,
            @ForAll @BigRange(min = "0", max = "12000") @Scale(2) BigDecimal band,
            @ForAll @IntRange(max = 3) int where,
            @ForAll("mostlyGood") List<SafeguardResult> safeguards,
            @ForAll boolean hardship,
            @ForAll boolean listed,
            @ForAll RedRule redRule) {
        var yellowBelow = redBelow.add(band);
        var fen = new BigDecimal("0.01");
        var income = List.of(any, redBelow, redBelow.subtract(fen), yellowBelow).get(where);
        var b = household(registered, income);
        for (var i : Indicator.values()) b.with(i, safeguards.get(i.ordinal()));
        if (hardship) b.hardship();
        if (listed) b.listed();
        var grade = Grading.grade(new PolicyTerms.Grading(true, redBelow, yellowBelow, redRule), b.build(), income)
                .grade();
        var bad = safeguards.stream().anyMatch(SafeguardResult::bad);
        var allPass = safeguards.stream().allMatch(SafeguardResult::good);
        var poor = income.compareTo(redBelow) < 0;
        var rich = income.compareTo(yellowBelow) >= 0;
        var red = listed
                || (redRule == RedRule.INCOME_OR_HARDSHIP ? poor || hardship && bad : (poor || hardship) && bad)
                || registered == LIFTED && !allPass;
        var yellow = !red && registered == LIFTED && !rich;
        var green = !red && registered == LIFTED && rich;
        var none = !red && registered == GENERAL;
        assertThat(List.of(red, yellow, green, none)).containsOnlyOnce(true);
        assertThat(grade).isEqualTo(red ? Grade.RED : yellow ? Grade.YELLOW : green ? Grade.GREEN : null);
        Statistics.label("grade").collect(grade == null ? "NONE" : grade).coverage(c -> {
            for (var each : List.of(Grade.RED, Grade.YELLOW, Grade.GREEN, "NONE"))
                c.check(each).percentage(p -> p > 1);
        });
    }

    @Property(tries = 2000)
    void every_household_is_of_exactly_one_type_or_of_none(
            @ForAll RegisteredType registered,
            @ForAll @BigRange(min = "-2000", max = "12000") @Scale(2) BigDecimal any,
            @ForAll boolean onTheLine,
            @ForAll boolean risk,
            @ForAll boolean sudden,
            @ForAll boolean severe) {
        var income = onTheLine ? LINE : any;
        var b = household(registered, income).sudden(sudden, severe);
        if (risk) b.risks("01");
        var below = income.compareTo(LINE) < 0;
        var unstable = registered == LIFTED && below && risk;
        var edge = registered == GENERAL && below && risk;
        var struck = !below && risk && sudden && severe;
        var none = !risk || !below && !(sudden && severe);
        assertThat(List.of(unstable, edge, struck, none)).containsOnlyOnce(true);
        assertThat(recommend(b).type())
                .isEqualTo(unstable ? ObjectType.UNSTABLE : edge ? ObjectType.EDGE : struck ? ObjectType.SUDDEN : null);
    }

    @Property(tries = 1000)
    void what_is_recommended_has_a_risk_and_what_is_not_has_a_reason(
            @ForAll RegisteredType registered,
            @ForAll @BigRange(min = "0", max = "12000") @Scale(2) BigDecimal income,
            @ForAll boolean risk,
            @ForAll boolean sudden,
            @ForAll boolean severe) {
        var b = household(registered, income).sudden(sudden, severe);
        if (risk) b.risks("01");
        var r = recommend(b);
        assertThat(r.include()).isEqualTo(r.type() != null).isEqualTo(r.reasonCode() == null);
        if (r.include()) assertThat(risk).isTrue();
        if (r.type() == ObjectType.SUDDEN) assertThat(r.inRange()).isFalse();
    }

    @Test
    void the_reference_income_counts_where_the_policy_says_so_and_only_there() throws Exception {
        ObjectNode said = Json.MAPPER.valueToTree(COUNTY_2021);
        ((ObjectNode) said.get("line")).put("useReferenceIncome", true);
        var reference = Json.MAPPER.treeToValue(said, PolicyTerms.class);
        var seven = new BigDecimal("7000.00");
        assertThat(Recommender.inRange(COUNTY_2021, LINE, seven, FIVE)).isFalse();
        assertThat(Recommender.inRange(reference, LINE, seven, FIVE)).isTrue();
        assertThat(Recommender.inRange(reference, LINE, FIVE, seven)).isFalse();
        assertThat(Recommender.inRange(reference, LINE, FIVE, null)).isTrue();
    }

    private static Recommendation recommend(Builder b) {
        return Recommender.recommend(COUNTY_2021, LINE, b.build());
    }

    private static Builder household(RegisteredType registered, BigDecimal income) {
        return new Builder(registered, income);
    }

    private static final class Builder {
        private final RegisteredType registered;
        private final BigDecimal income;
        private List<String> risks = List.of();
        private boolean sudden;
        private boolean severe;
        private boolean hardship;
        private boolean listed;
        private List<String> assets = List.of();
        private List<Item> items = Arrays.stream(Indicator.values())
                .map(i -> new Item(i, SafeguardResult.PASS))
                .toList();

        Builder(RegisteredType registered, BigDecimal income) {
            this.registered = registered;
            this.income = income;
        }

        Builder risks(String... codes) {
            risks = List.of(codes);
            return this;
        }

        Builder sudden(boolean event, boolean difficulty) {
            sudden = event;
            severe = difficulty;
            return this;
        }

        Builder hardship() {
            hardship = true;
            return this;
        }

        Builder listed() {
            listed = true;
            return this;
        }

        Builder assets(String... flags) {
            assets = List.of(flags);
            return this;
        }

        Builder with(Indicator indicator, SafeguardResult result) {
            items = items.stream()
                    .map(i -> i.indicator() == indicator ? new Item(indicator, result) : i)
                    .toList();
            return this;
        }

        Circumstances build() {
            return new Circumstances(
                    registered, income, income, risks, sudden, severe, hardship, listed, items, assets);
        }
    }
}
