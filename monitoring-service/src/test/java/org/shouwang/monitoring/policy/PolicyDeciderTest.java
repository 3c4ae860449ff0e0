package org.shouwang.monitoring.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.monitoring.policy.CaseStep.*;
import static org.shouwang.monitoring.policy.PolicyRefusal.*;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Json;
import org.shouwang.monitoring.policy.PolicyCommand.Publish;
import org.shouwang.monitoring.policy.PolicyEvent.*;
import org.shouwang.monitoring.policy.PolicyTerms.*;

class PolicyDeciderTest {

    private final Spec<PolicyCommand, Policy, PolicyEvent> policy = Spec.of(new PolicyDecider());
    private final PolicyTerms first = SamplePolicies.county2021();
    private final PolicyTerms second = version(2, LocalDate.of(2022, 1, 1), null, first.publicity());

    @Test
    void a_first_version_is_published() {
        policy.given().when(new Publish(first, List.of())).then(new PolicyPublished(first));
    }

    @Test
    void terms_of_before_that_said_only_whether_a_village_meets_every_week_still_read() {
        var town = SamplePolicies.town2020();
        for (var terms : List.of(first, town)) {
            var written = Policies.CATALOG.encode(new PolicyPublished(terms));
            assertThat(written.revision()).isEqualTo(2);
            var before = written.data()
                    .replace("\"meetings\":\"WEEKLY\"", "\"weeklyMeeting\":true")
                    .replace("\"meetings\":\"NONE\"", "\"weeklyMeeting\":false");
            assertThat(before).isNotEqualTo(written.data());
            var read = Policies.CATALOG.decode(new EventCatalog.Encoded("PolicyPublished", 1, before, null));
            assertThat(read).isEqualTo(new PolicyPublished(terms));
        }
        assertThat(first.monitoring().meetings()).isEqualTo(MeetingCycle.WEEKLY);
        assertThat(town.monitoring().meetings()).isEqualTo(MeetingCycle.NONE);
    }

    @Test
    void a_next_version_supersedes_the_one_before_from_its_own_start() {
        policy.given(new PolicyPublished(first))
                .when(new Publish(second, List.of()))
                .then(new PolicyPublished(second), new PolicySuperseded("POL-2021", 1, 2, LocalDate.of(2022, 1, 1)));
    }

    @Test
    void publishing_the_same_again_changes_nothing() {
        policy.given(new PolicyPublished(first))
                .when(new Publish(first, List.of()))
                .thenNothing();
    }

    @Test
    void a_published_version_never_changes() {
        policy.given(new PolicyPublished(first))
                .when(new Publish(version(1, LocalDate.of(2021, 6, 1), null, first.publicity()), List.of()))
                .thenRefused(POLICY_VERSION_EXISTS);
    }

    @Test
    void versions_have_no_gaps() {
        policy.given().when(new Publish(second, List.of())).thenRefused(POLICY_VERSION_OUT_OF_ORDER, "1");
    }

    @Test
    void no_two_policies_hold_for_the_same_prefix_on_the_same_day() {
        policy.given().when(new Publish(first, List.of("POL-OTHER"))).thenRefused(POLICY_OVERLAP, "POL-OTHER");
    }

    @Test
    void a_policy_does_not_contradict_itself() {
        policy.given()
                .when(new Publish(
                        version(1, LocalDate.of(2021, 1, 1), LocalDate.of(2020, 12, 31), first.publicity()), List.of()))
                .thenRefused(POLICY_INCONSISTENT, "effectiveTo");
        policy.given()
                .when(new Publish(
                        version(
                                1,
                                LocalDate.of(2021, 1, 1),
                                null,
                                new Publicity(true, true, 5, DayType.CALENDAR, null)),
                        List.of()))
                .thenRefused(POLICY_INCONSISTENT, "publicity", "steps");
    }

    @Test
    void nothing_is_compared_by_a_policy_that_asks_nobody() {
        var unasked = SamplePolicies.stepping(List.of(CLUE, VISIT, COMPARE, REVIEW, PUBLICITY, TOWN));
        policy.given().when(new Publish(unasked, List.of())).thenRefused(POLICY_INCONSISTENT, "steps");
        var asked = SamplePolicies.stepping(List.of(CLUE, VISIT, CONSENT, COMPARE, REVIEW, PUBLICITY, TOWN));
        policy.given().when(new Publish(asked, List.of())).then(new PolicyPublished(asked));
    }

    @Test
    void what_every_case_needs_is_in_every_policy() {
        for (var step : List.of(VISIT, REVIEW, TOWN)) {
            var steps = EnumSet.allOf(CaseStep.class);
            steps.remove(step);
            policy.given()
                    .when(new Publish(SamplePolicies.stepping(steps), List.of()))
                    .thenRefused(POLICY_INCONSISTENT, "steps");
        }
    }

    @Test
    void a_limit_is_of_a_step_of_the_policy_counted_from_one_before_it_once() {
        var limited = SamplePolicies.limited();
        policy.given().when(new Publish(limited, List.of())).then(new PolicyPublished(limited));
        limits(new StepLimit(COMPARE, REVIEW, 5, null));
        limits(new StepLimit(COMPARE, COMPARE, 5, null));
        limits(new StepLimit(VISIT, CLUE, 0, null));
        limits(new StepLimit(CLUE, CLUE, 3, null));
        limits(new StepLimit(null, CLUE, 3, null));
        limits(new StepLimit(VISIT, null, 3, null));
        limits(new StepLimit(VISIT, CLUE, 3, null), new StepLimit(VISIT, CLUE, 5, DayType.WORKING));
        var four = SamplePolicies.variant(Procedure.FOUR_STEP, SamplePolicies.REQUIRED);
        assertThat(PolicyDecider.contradictions(with(four, new StepLimit(VISIT, CLUE, 3, null)), null))
                .isEmpty();
        assertThat(PolicyDecider.contradictions(with(four, new StepLimit(COMPARE, VISIT, 5, null)), null))
                .containsExactly("stepLimits");
        assertThat(PolicyDecider.contradictions(with(four, new StepLimit(REVIEW, COMPARE, 5, null)), null))
                .containsExactly("stepLimits");
    }

    private void limits(StepLimit... limits) {
        policy.given()
                .when(new Publish(SamplePolicies.limited(limits), List.of()))
                .thenRefused(POLICY_INCONSISTENT, "stepLimits");
    }

    private static PolicyTerms with(PolicyTerms terms, StepLimit... limits) {
        return SamplePolicies.changed(terms, t -> t.set("stepLimits", Json.MAPPER.valueToTree(limits)));
    }

    @Test
    void what_a_document_leaves_out_is_filled_in_by_its_regime() {
        assertThat(first.documents(PUBLICITY)).containsExactly("DOC_NOTICE", "DOC_NOTICE_PHOTO");
        assertThat(first.clues().answerDays()).isEqualTo(7);
        assertThat(SamplePolicies.town2020().line().useReferenceIncome()).isFalse();
    }

    @Test
    void where_a_text_leaves_room_the_usual_reading_is_recorded_and_any_other_stays() throws Exception {
        var left = terms(",\"redRule\":\"INCOME_OR_HARDSHIP\"", "", ",\"laterRed\":\"SAME_MONTH\"", "");
        assertThat(left.grading()).isEqualTo(SamplePolicies.town2020().grading());
        assertThat(left.deadlines()).isEqualTo(SamplePolicies.town2020().deadlines());
        assertThat(left.publicity().dayType()).isEqualTo(DayType.CALENDAR);
        var dateless = terms("\"deadlines\":\\{[^}]*\\},", "");
        assertThat(dateless.deadlines().laterRed()).isEqualTo("SAME_MONTH");
        var said =
                terms("INCOME_OR_HARDSHIP", "INCOME_AND_SAFEGUARD", "\"days\":0", "\"days\":0,\"dayType\":\"WORKING\"");
        assertThat(said.grading().redRule()).isEqualTo(Grading.RedRule.INCOME_AND_SAFEGUARD);
        assertThat(said.publicity().dayType()).isEqualTo(DayType.WORKING);
    }

    @Test
    void the_words_of_the_2020_plan_are_canonical_steps() {
        assertThat(SamplePolicies.town2020().caseSteps()).containsExactly(CLUE, VISIT, REVIEW, TOWN, ENTERED);
        assertThat(SamplePolicies.town2020().decisiveStep()).isEqualTo(TOWN);
        assertThat(first.caseSteps()).containsExactly(CaseStep.values());
        assertThat(first.decisiveStep()).isEqualTo(COUNTY);
    }

    @Test
    void a_cycle_or_a_level_that_is_not_built_is_refused_and_still_reads_where_it_is_stored() {
        var quarterly =
                SamplePolicies.changed(first, t -> ((ObjectNode) t.get("monitoring")).put("cycle", "QUARTERLY"));
        var county = SamplePolicies.changed(first, t -> ((ObjectNode) t.get("publicity")).put("level", "COUNTY_SITE"));
        policy.given().when(new Publish(quarterly, List.of())).thenRefused(POLICY_INCONSISTENT, "monitoring.cycle");
        policy.given().when(new Publish(county, List.of())).thenRefused(POLICY_INCONSISTENT, "publicity.level");
        for (var stored : List.of(quarterly, county)) {
            var written = Policies.CATALOG.encode(new PolicyPublished(stored));
            assertThat(Policies.CATALOG.decode(written)).isEqualTo(new PolicyPublished(stored));
            policy.given(new PolicyPublished(stored))
                    .when(new Publish(stored, List.of()))
                    .thenNothing();
        }
    }

    @Test
    void a_sweep_asks_for_income_by_what_households_are_registered_as() {
        assertThat(first.monitoring().sweepIncome()).containsExactly("LIFTED");
        assertThat(SamplePolicies.town2020().monitoring().sweepIncome()).isNull();
        var unknown = SamplePolicies.changed(
                first,
                t -> ((ObjectNode) t.get("monitoring")).putArray("sweepIncome").add("POOR"));
        policy.given().when(new Publish(unknown, List.of())).thenRefused(POLICY_INCONSISTENT, "monitoring.sweepIncome");
    }

    @Test
    void too_few_sweeps_are_told_from_a_month_of_the_year_on() {
        assertThat(first.monitoring().sweepsFromMonth()).isEqualTo(10);
        assertThat(SamplePolicies.town2020().monitoring().sweepsFromMonth()).isNull();
        for (var month : List.of(0, 13))
            policy.given()
                    .when(new Publish(
                            SamplePolicies.changed(
                                    first, t -> ((ObjectNode) t.get("monitoring")).put("sweepsFromMonth", month)),
                            List.of()))
                    .thenRefused(POLICY_INCONSISTENT, "monitoring.sweepsFromMonth");
    }

    @Test
    void the_negative_list_has_each_code_once_and_says_who_explains() {
        var flags = List.of("PRIVATE_CAR", "CADRE_RELATIVE", "YACHT");
        assertThat(first.unknownFlags(flags)).containsExactly("YACHT");
        assertThat(first.explainedByTown(flags)).containsExactly("CADRE_RELATIVE");
        assertThat(listing().unknownFlags(flags)).containsExactlyElementsOf(flags);
        var none = SamplePolicies.changed(first, t -> t.putNull("negativeList"));
        assertThat(none.unknownFlags(flags)).isEmpty();
        assertThat(none.explainedByTown(flags)).isEmpty();
        var car = new NegativeItem("PRIVATE_CAR", "有家用小汽车", "a private car", null);
        assertThat(PolicyDecider.contradictions(listing(car), null)).isEmpty();
        for (var wrong : List.of(
                listing(car, car),
                listing(new NegativeItem("car", "车", null, null)),
                listing(new NegativeItem("PRIVATE_CAR", null, null, null)),
                listing(new NegativeItem("PRIVATE_CAR", "有家用小汽车", null, VISIT))))
            policy.given().when(new Publish(wrong, List.of())).thenRefused(POLICY_INCONSISTENT, "negativeList");
    }

    @Test
    void who_compares_is_a_department() {
        var strangers = List.of(new DepartmentRecords("FORTUNE_TELLER", List.of("DEPOSIT")));
        var wrong = SamplePolicies.changed(first, t -> t.set("comparison", Json.MAPPER.valueToTree(strangers)));
        policy.given().when(new Publish(wrong, List.of())).thenRefused(POLICY_INCONSISTENT, "comparison");
        assertThat(first.unknownDepartments(List.of("VEHICLE", "WATER"))).containsExactly("WATER");
        var any = SamplePolicies.changed(first, t -> t.putNull("comparison"));
        assertThat(any.unknownDepartments(List.of("WATER", "FORTUNE_TELLER"))).containsExactly("FORTUNE_TELLER");
    }

    private PolicyTerms listing(NegativeItem... items) {
        return SamplePolicies.changed(first, t -> t.set("negativeList", Json.MAPPER.valueToTree(items)));
    }

    @Test
    void terms_survive_being_written_and_read() throws Exception {
        assertThat(Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(first), PolicyTerms.class))
                .isEqualTo(first);
    }

    @Test
    void working_days_leave_out_weekends_and_named_holidays_and_the_start_day() {
        var friday = LocalDate.of(2021, 9, 24);
        var calendar = new WorkCalendar(List.of(LocalDate.of(2021, 10, 1)), List.of(LocalDate.of(2021, 9, 26)));
        assertThat(calendar.plus(friday, 1)).isEqualTo(LocalDate.of(2021, 9, 26));
        assertThat(calendar.plus(friday, 6)).isEqualTo(LocalDate.of(2021, 10, 4));
        assertThat(first.due(friday, 5, DayType.CALENDAR)).isEqualTo(LocalDate.of(2021, 9, 29));
        assertThat(first.due(friday, 5, DayType.WORKING)).isEqualTo(LocalDate.of(2021, 10, 1));
    }

    /** The 2020 plan with parts of its text put otherwise, in pairs of pattern and text. */
    @Test
    void nothing_is_posted_under_the_regime_of_2020_unless_the_document_says_so() {
        var unsaid = new PolicyDocument.Posting(false, null, 0, null, null);
        assertThat(unsaid.under(PolicyTerms.Regime.R2020).forbidden()).isTrue();
        assertThat(unsaid.under(PolicyTerms.Regime.R2021).forbidden()).isFalse();
        var required = new PolicyDocument.Posting(true, null, 5, null, null);
        assertThat(required.under(PolicyTerms.Regime.R2020).forbidden()).isFalse();
        var allowed = new PolicyDocument.Posting(false, false, 0, null, null);
        assertThat(allowed.under(PolicyTerms.Regime.R2020).forbidden()).isFalse();
    }

    private static PolicyTerms terms(String... changes) throws Exception {
        var document = SamplePolicies.document("pol-2020-town");
        for (var i = 0; i < changes.length; i += 2) {
            assertThat(document).containsPattern(changes[i]);
            document = document.replaceAll(changes[i], changes[i + 1]);
        }
        return new PolicyDefaults()
                .complete(Json.MAPPER.readValue(document, PolicyDocument.class).terms("POL-2020-TOWN", 1));
    }

    private PolicyTerms version(int version, LocalDate from, LocalDate to, Publicity publicity) {
        return new PolicyTerms(
                first.policyId(),
                version,
                first.areaPrefix(),
                from,
                to,
                first.regime(),
                first.objectTypes(),
                first.incomeMeasure(),
                first.incomeBasis(),
                first.line(),
                first.grading(),
                first.application(),
                publicity,
                first.procedure(),
                first.steps(),
                first.identifyMaxDays(),
                first.identifyDayType(),
                first.stepLimits(),
                first.planMaxDays(),
                first.measureMaxDays(),
                first.clues(),
                first.evidence(),
                first.comparison(),
                first.negativeList(),
                first.review(),
                first.monitoring(),
                first.deadlines(),
                first.quarterlyReview(),
                first.removal(),
                first.sizeLimitPercent(),
                first.calendar());
    }
}
