package org.shouwang.monitoring.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shouwang.monitoring.screening.RuleSetRefusal.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.monitoring.Guard;
import org.shouwang.monitoring.screening.RuleSetCommand.Publish;
import org.shouwang.monitoring.screening.RuleSetDecider.RuleSet;
import org.shouwang.monitoring.screening.RuleSetEvent.ScreeningRulesPublished;
import org.shouwang.monitoring.screening.ScreeningRules.*;

class RuleSetDeciderTest {

    private static final LocalDate JAN_1 = LocalDate.of(2021, 1, 1);
    private static final List<ScreeningRule> USUAL = new RuleDefaults().complete(null);

    private final Spec<RuleSetCommand, RuleSet, RuleSetEvent> set = Spec.of(new RuleSetDecider());

    private static ScreeningRules rules(int version, LocalDate from, String prefix, List<ScreeningRule> rules) {
        return new ScreeningRules("COUNTY", version, prefix, from, null, "2021年通知", rules);
    }

    private static Publish publish(ScreeningRules rules) {
        return new Publish(rules, List.of());
    }

    private static ScreeningRule named(String id) {
        return new ScreeningRule(id, null, null, null, null, null, null, null, null, null, null);
    }

    @Test
    void versions_follow_each_other_and_stay() {
        var first = rules(1, JAN_1, "610727", USUAL);
        var second = rules(2, JAN_1.plusMonths(1), "610727", USUAL.subList(0, 1));
        set.given().when(publish(first)).then(new ScreeningRulesPublished(first));
        set.given(new ScreeningRulesPublished(first)).when(publish(first)).thenNothing();
        set.given(new ScreeningRulesPublished(first)).when(publish(second)).then(new ScreeningRulesPublished(second));
        set.given(new ScreeningRulesPublished(first))
                .when(publish(rules(1, JAN_1, "610727", USUAL.subList(0, 1))))
                .thenRefused(RULES_VERSION_EXISTS);
        set.given().when(publish(second)).thenRefused(RULES_VERSION_OUT_OF_ORDER, "1");
    }

    @Test
    void no_two_sets_hold_for_the_same_area_on_the_same_day() {
        var first = rules(1, JAN_1, "610727", USUAL);
        set.given().when(new Publish(first, List.of("OTHER"))).thenRefused(RULES_OVERLAP, "OTHER");
        set.given(new ScreeningRulesPublished(first))
                .when(new Publish(first, List.of("OTHER")))
                .thenNothing();
    }

    @Test
    void what_contradicts_itself_is_refused() {
        var first = new ScreeningRulesPublished(rules(1, JAN_1, "610727", USUAL));
        set.given(first)
                .when(publish(rules(2, JAN_1, "6107", USUAL)))
                .thenRefused(RULES_INCONSISTENT, "areaPrefix", "effectiveFrom");
        set.given().when(publish(rules(1, JAN_1, "", List.of()))).thenRefused(RULES_INCONSISTENT, "rules");
        set.given()
                .when(publish(rules(1, JAN_1, "", List.of(USUAL.getFirst(), USUAL.getFirst()))))
                .thenRefused(RULES_INCONSISTENT, "rules");
        set.given().when(publish(rules(1, JAN_1, "", List.of(named("W-X"))))).thenRefused(RULES_INCONSISTENT, "W-X");
    }

    @Test
    void a_rule_is_of_a_department() {
        var r = USUAL.getFirst();
        var stray = new ScreeningRule(
                r.id(), "HOSPITAL", r.item(), r.zh(), r.en(), r.cycle(), null, null, r.risk(), null, r.thresholds());
        set.given()
                .when(publish(rules(1, JAN_1, "", List.of(stray))))
                .thenRefused(Guard.DEPARTMENT_UNKNOWN, "HOSPITAL");
    }

    @Test
    void a_yearly_rule_with_a_day_says_of_which_month_it_is() {
        var fees =
                USUAL.stream().filter(r -> r.id().equals("W-EDU-1")).findFirst().orElseThrow();
        assertThat(fees.deliverMonth()).isEqualTo(4);
        assertThat(fees.deliverBy()).isEqualTo(30);
        for (var wrong : List.of(
                due(fees, Cycle.YEARLY, 30, null), due(fees, Cycle.YEARLY, null, 4), due(fees, Cycle.MONTHLY, 30, 4)))
            set.given().when(publish(rules(1, JAN_1, "", List.of(wrong)))).thenRefused(RULES_INCONSISTENT, "W-EDU-1");
        set.given()
                .when(publish(rules(1, JAN_1, "", List.of(due(fees, Cycle.YEARLY, null, null)))))
                .events();
    }

    private static ScreeningRule due(ScreeningRule r, Cycle cycle, Integer day, Integer month) {
        return new ScreeningRule(
                r.id(), r.dept(), r.item(), r.zh(), r.en(), cycle, day, month, r.risk(), null, r.thresholds());
    }

    @Test
    void what_a_rule_leaves_out_is_as_usual_and_what_it_says_stays() {
        var given = new ScreeningRule(
                "W-MED-1",
                null,
                null,
                null,
                null,
                Cycle.YEARLY,
                null,
                null,
                null,
                null,
                List.of(new Threshold(Audience.LIFTED, Comparison.AT_LEAST, new BigDecimal("3000"))));
        var rule = new RuleDefaults().complete(List.of(given)).getFirst();
        assertThat(rule.dept()).isEqualTo("MEDINS");
        assertThat(rule.item()).isEqualTo("INPATIENT_SELF_PAID");
        assertThat(rule.cycle()).isEqualTo(Cycle.YEARLY);
        assertThat(rule.thresholds().getFirst().amount()).isEqualTo(new BigDecimal("3000.00"));
        assertThatThrownBy(() -> new RuleDefaults().complete(List.of(named("W-NEW-1"))))
                .hasMessageContaining("RULE_UNKNOWN");
    }

    @Test
    void every_usual_rule_is_complete() {
        assertThat(USUAL)
                .extracting(ScreeningRule::id)
                .contains(
                        "W-MED-1", "W-MED-2", "W-MED-3", "W-MED-4", "W-MED-5", "W-HLT-1", "W-EDU-1", "W-EDU-2",
                        "W-HOU-1", "W-WAT-1", "W-EMP-1", "W-EMP-2", "W-DIS-1", "W-ACC-1", "W-CIV-1", "W-DIB-1",
                        "W-INC-1", "W-PET-1");
        set.given()
                .when(publish(rules(1, JAN_1, "", USUAL)))
                .then(new ScreeningRulesPublished(rules(1, JAN_1, "", USUAL)));
    }
}
