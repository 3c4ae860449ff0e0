package org.shouwang.monitoring.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shouwang.monitoring.policy.PolicyTerms.Publicity;

/**
 * The procedure variants, canonical step by canonical step, in the words of their sources; a dash where a source has no such step, in brackets where the
 * source goes on to it without counting it.
 */
class ProcedureTest {

    private static final String VARIANTS = """
            | step      | SIX_STEP     | SEVEN_STEP | EIGHT_STEP | NINE_STEP | FOUR_STEP    |
            | CLUE      | 综合分析研判 | 排         | 风险预警   | 风险预警  | -            |
            | VISIT     | 实地调查     | 访         | 入户核查   | 入户核查  | 入户核实     |
            | CONSENT   | 信息核查     | -          | 承诺授权   | 承诺授权  | 农户授权承诺 |
            | COMPARE   | 信息核查     | -          | 信息比对   | 信息比对  | -            |
            | REVIEW    | 评议         | 评         | 民主评议   | 民主评议  | 民主评议     |
            | PUBLICITY | 公示         | -          | 村级公示   | 村级公示  | 公示         |
            | TOWN      | 乡镇审核     | 评         | 镇级审核   | 镇审核    | 乡镇初审     |
            | COUNTY    | 县确定       | -          | 县级审定   | 县级审定  | 县级审定     |
            | ENTERED   | （录入）     | 录         | -          | 信息录入  | -            |
            """;

    @ParameterizedTest
    @EnumSource
    void each_variant_has_the_steps_of_its_source(Procedure procedure) {
        assertThat(SamplePolicies.variant(procedure, SamplePolicies.REQUIRED).caseSteps())
                .containsExactlyElementsOf(steps(procedure));
    }

    @Test
    void the_seven_words_of_the_2020_plan_are_the_seven_steps() {
        assertThat(SamplePolicies.town2020().steps()).containsExactly("PAI", "FANG", "PING", "LU", "CE", "BU", "XIAO");
        assertThat(SamplePolicies.town2020().caseSteps())
                .containsExactlyElementsOf(SamplePolicies.variant(Procedure.SEVEN_STEP, SamplePolicies.FORBIDDEN)
                        .caseSteps());
    }

    @ParameterizedTest
    @EnumSource
    void where_publicity_is_forbidden_each_variant_goes_without_it(Procedure procedure) {
        var steps = EnumSet.copyOf(steps(procedure));
        steps.remove(CaseStep.PUBLICITY);
        assertThat(SamplePolicies.variant(procedure, SamplePolicies.FORBIDDEN).caseSteps())
                .containsExactlyElementsOf(steps);
    }

    @ParameterizedTest
    @EnumSource
    void each_variant_may_be_published_under_both_regimes(Procedure procedure) {
        var publicity = procedure == Procedure.SEVEN_STEP
                ? new Publicity(false, false, 0, null, null)
                : SamplePolicies.REQUIRED;
        for (var rule : List.of(publicity, SamplePolicies.FORBIDDEN))
            assertThat(PolicyDecider.contradictions(SamplePolicies.variant(procedure, rule), null))
                    .isEmpty();
    }

    @Test
    void a_step_that_is_left_out_needs_no_papers() {
        var terms = SamplePolicies.variant(Procedure.FOUR_STEP, SamplePolicies.REQUIRED);
        assertThat(terms.documents(CaseStep.CLUE)).isEmpty();
        assertThat(terms.documents(CaseStep.COMPARE)).isEmpty();
        assertThat(terms.documents(CaseStep.VISIT)).containsExactly("DOC_VISIT_FORM", "DOC_PHOTO");
    }

    private static Set<CaseStep> steps(Procedure procedure) {
        var rows = VARIANTS.lines()
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .toList();
        var column = rows.getFirst().indexOf(procedure.name());
        var steps = EnumSet.noneOf(CaseStep.class);
        for (var row : rows.subList(1, rows.size()))
            if (!row.get(column).equals("-")) steps.add(CaseStep.valueOf(row.get(1)));
        return steps;
    }
}
