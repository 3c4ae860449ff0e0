package org.shouwang.assistance.plan;

import static org.shouwang.assistance.Guard.*;
import static org.shouwang.assistance.plan.PlanRefusal.*;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.assistance.DocumentRef;
import org.shouwang.assistance.facts.Labour;
import org.shouwang.assistance.facts.Person;
import org.shouwang.assistance.measure.MeasureCode;
import org.shouwang.assistance.measure.MeasureRow;
import org.shouwang.assistance.measure.MeasureState;
import org.shouwang.assistance.plan.PlanCommand.*;
import org.shouwang.assistance.plan.PlanEvent.*;
import org.shouwang.assistance.rule.AssistancePolicy;
import org.shouwang.assistance.rule.Dossier.Circumstances;
import org.shouwang.assistance.rule.Dossier.Developmental;
import org.shouwang.assistance.rule.PolicyProducer;
import org.shouwang.eventsourcing.Spec;

class PlanDeciderTest {

    private static final String AREA = "610727105208";
    private static final UUID CASE = new UUID(7, 1);
    private static final UUID OTHER_CASE = new UUID(7, 2);
    private static final UUID MEDICAL = new UUID(1, 1);
    private static final UUID WORK = new UUID(1, 2);
    private static final LocalDate INCLUDED = LocalDate.of(2021, 11, 15);
    private static final DocumentRef PAPER = new DocumentRef("DOC_PLAN", "c".repeat(64));
    private static final AssistancePolicy POLICY = policy();

    private static final PlanContent CONTENT = content("01");
    private static final PlanOpened OPENED = new PlanOpened(1, AREA, CASE, false, INCLUDED);
    private static final PlanDeadlinesSet DEADLINES =
            new PlanDeadlinesSet(1, List.of("01"), INCLUDED, INCLUDED.plusDays(10), INCLUDED.plusDays(30));
    private static final PlanDrafted DRAFTED = new PlanDrafted(1, 1, CONTENT, day(2));
    private static final PlanSigned SIGNED = new PlanSigned(1, 1, List.of("HOUSEHOLDER"), PAPER, day(3));
    private static final PlanApproved APPROVED = new PlanApproved(1, 1, List.of(), day(4));
    private static final PlanRevised REVISED = new PlanRevised(1, 2, CONTENT, "家庭情况有变化", day(40));
    private static final PlanSigned SIGNED_AGAIN = new PlanSigned(1, 2, List.of("HOUSEHOLDER"), PAPER, day(41));
    private static final PlanStarted STARTED = new PlanStarted(1, day(5));
    private static final PlanEvaluated EVALUATED = new PlanEvaluated(1, new UUID(5, 5), day(200));
    private static final PlanClosed REMOVED = new PlanClosed(1, Closing.RISK_REMOVED, day(210));

    private final Spec<PlanCommand, Plan, PlanEvent> plan = Spec.of(new PlanDecider());

    private static AssistancePolicy policy() {
        try {
            return PolicyProducer.policy();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Days behind the inclusion. */
    private static LocalDate day(int days) {
        return INCLUDED.plusDays(days);
    }

    private static PlanContent content(String... risks) {
        return new PlanContent(
                List.of(risks).stream()
                        .map(r -> new PlanContent.Goal(r, "看得起病，收入稳定"))
                        .toList(),
                "劳动力1人",
                List.of(MEDICAL, WORK),
                "HEALTH",
                new BigDecimal("3000"),
                new BigDecimal("2400"),
                day(2),
                day(180),
                false,
                Developmental.IMPLEMENTED);
    }

    private static Include include(int episode, UUID caseId) {
        return new Include(episode, caseId, AREA, List.of("01"), 10, 30, INCLUDED);
    }

    private static MeasureRow measure(UUID id, MeasureCode code, LocalDate startedOn) {
        return new MeasureRow(
                id,
                new UUID(9, 9),
                1,
                AREA,
                code,
                null,
                "01",
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                startedOn == null ? MeasureState.PLANNED : MeasureState.IN_PROGRESS,
                false,
                INCLUDED,
                null,
                startedOn,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Circumstances around(String helper, MeasureRow... measures) {
        return new Circumstances(
                List.of(new Person(new UUID(0, 1), Labour.NORMAL, null, YearMonth.of(1980, 1), true, Set.of())),
                List.of(measures),
                helper,
                null,
                null,
                null,
                null);
    }

    private static Approve approve(Circumstances around) {
        return new Approve(around, POLICY, day(4));
    }

    @Test
    void an_inclusion_opens_a_plan_with_its_due_days() {
        plan.given().when(include(1, CASE)).then(OPENED, DEADLINES);
        plan.given(OPENED, DEADLINES).when(include(1, CASE)).thenNothing();
        plan.given()
                .when(new Include(1, CASE, AREA, List.of(), null, null, INCLUDED))
                .then(OPENED, new PlanDeadlinesSet(1, List.of(), INCLUDED, null, null));
    }

    @Test
    void the_green_channel_opens_it_ahead_and_the_inclusion_sets_the_due_days() {
        var early = new PlanOpened(1, AREA, CASE, true, day(-10));
        plan.given().when(new OpenEarly(CASE, AREA, day(-10))).then(early);
        plan.given(early).when(new OpenEarly(CASE, AREA, day(-10))).thenNothing();
        plan.given(early).when(include(1, CASE)).then(DEADLINES);
        plan.given(early).when(new AbandonEarly(OTHER_CASE, day(-1))).thenNothing();
        var abandoned = new PlanClosed(1, Closing.NOT_INCLUDED, day(-1));
        plan.given(early).when(new AbandonEarly(CASE, day(-1))).then(abandoned);
        plan.given(early, abandoned)
                .when(new OpenEarly(OTHER_CASE, AREA, day(-1)))
                .then(new PlanOpened(1, AREA, OTHER_CASE, true, day(-1)));
        plan.given(early, abandoned)
                .when(include(1, OTHER_CASE))
                .then(new PlanOpened(1, AREA, OTHER_CASE, false, INCLUDED), DEADLINES);
        plan.given(OPENED, DEADLINES).when(new AbandonEarly(CASE, day(1))).thenNothing();
        plan.given(
                        early,
                        new PlanDrafted(1, 1, CONTENT, day(-9)),
                        new PlanSigned(1, 1, List.of("HOUSEHOLDER"), PAPER, day(-8)))
                .when(approve(around(
                        "cadre-1", measure(MEDICAL, MeasureCode.M07, null), measure(WORK, MeasureCode.M02, null))))
                .thenRefused(NOT_DETERMINED_YET);
    }

    @Test
    void a_plan_has_a_goal_for_every_risk_and_no_other() {
        plan.given(OPENED, DEADLINES).when(new Draft(CONTENT, day(2))).then(DRAFTED);
        plan.given(OPENED, DEADLINES, DRAFTED).when(new Draft(CONTENT, day(2))).thenNothing();
        plan.given(OPENED, DEADLINES).when(new Draft(content(), day(2))).thenRefused(GOAL_MISSING, "01");
        plan.given(OPENED, DEADLINES)
                .when(new Draft(content("01", "03"), day(2)))
                .thenRefused(RISK_UNKNOWN, "03");
        plan.given(OPENED, DEADLINES, new PlanRiskAdded(1, "03", day(1)))
                .when(new Draft(CONTENT, day(2)))
                .thenRefused(GOAL_MISSING, "03");
        plan.given(OPENED, DEADLINES)
                .when(new Draft(CONTENT, day(-1)))
                .thenRefused(DATE_OUT_OF_ORDER, INCLUDED.toString());
        plan.given().when(new Draft(CONTENT, day(2))).thenRefused(PLAN_NOT_FOUND);
    }

    @Test
    void the_householder_signs() {
        var drafted = plan.given(OPENED, DEADLINES, DRAFTED);
        drafted.when(new Sign(List.of("HOUSEHOLDER"), PAPER, POLICY.planSigners(), day(3)))
                .then(SIGNED);
        drafted.when(new Sign(List.of("HELPER"), PAPER, POLICY.planSigners(), day(3)))
                .thenRefused(SIGNATURE_MISSING, "HOUSEHOLDER");
        drafted.when(new Sign(List.of("HOUSEHOLDER"), null, POLICY.planSigners(), day(3)))
                .thenRefused(EVIDENCE_MISSING);
        drafted.when(new Sign(List.of("HOUSEHOLDER"), new DocumentRef("PLAN", "1"), POLICY.planSigners(), day(3)))
                .thenRefused(DOCUMENT_INVALID, "PLAN");
        drafted.when(new Sign(List.of("HOUSEHOLDER"), PAPER, POLICY.planSigners(), day(1)))
                .thenRefused(DATE_OUT_OF_ORDER, day(2).toString());
        plan.given(OPENED, DEADLINES)
                .when(new Sign(List.of("HOUSEHOLDER"), PAPER, POLICY.planSigners(), day(3)))
                .thenRefused(STEP_OUT_OF_ORDER, "DRAFT");
    }

    @Test
    void an_approval_needs_helper_and_measures() {
        var signed = plan.given(OPENED, DEADLINES, DRAFTED, SIGNED);
        var medical = measure(MEDICAL, MeasureCode.M07, null);
        var work = measure(WORK, MeasureCode.M02, null);
        signed.when(approve(around("cadre-1", medical, work))).then(APPROVED);
        signed.when(approve(null)).thenRefused(NOT_YET_KNOWN);
        signed.when(approve(around(null, medical, work))).thenRefused(HELPER_REQUIRED);
        signed.when(approve(around("cadre-1", medical))).thenRefused(MEASURE_UNKNOWN, WORK.toString());
        signed.when(approve(around("cadre-1", measure(MEDICAL, MeasureCode.M05, null), work)))
                .thenRefusedFor(MEASURE_REQUIRED);
        plan.given(OPENED, DEADLINES, DRAFTED)
                .when(approve(around("cadre-1", medical, work)))
                .thenRefused(STEP_OUT_OF_ORDER, "DRAFT");
        plan.given(OPENED, DEADLINES, DRAFTED, SIGNED, APPROVED)
                .when(approve(around("cadre-1", medical, work)))
                .thenNothing();
        signed.when(approve(around("cadre-1", measure(MEDICAL, MeasureCode.M07, day(1)), work)))
                .then(APPROVED, new PlanStarted(1, day(4)));
    }

    @Test
    void broken_rules_bar_the_approval_and_doubts_are_noted() {
        var unstated = new PlanContent(CONTENT.goals(), null, List.of(), null, null, null, null, null, false, null);
        plan.given(OPENED, DEADLINES, new PlanDrafted(1, 1, unstated, day(2)), SIGNED)
                .when(approve(around(
                        "cadre-1", measure(MEDICAL, MeasureCode.M07, null), measure(WORK, MeasureCode.M02, null))))
                .thenRefusedFor(RULES_BROKEN);
        plan.given(OPENED, DEADLINES, new PlanDrafted(1, 1, unstated, day(2)), SIGNED)
                .when(approve(around("cadre-1", measure(MEDICAL, MeasureCode.M07, null))))
                .then(new PlanApproved(1, 1, List.of("A-2"), day(4)));
    }

    @Test
    void a_revision_is_a_new_version_that_is_signed_again() {
        var revised = new PlanRevised(1, 2, CONTENT, "家庭情况有变化", day(40));
        plan.given(OPENED, DEADLINES, DRAFTED, SIGNED, APPROVED, STARTED)
                .when(new Revise(CONTENT, "家庭情况有变化", day(40)))
                .then(revised);
        plan.given(OPENED, DEADLINES, DRAFTED, SIGNED, APPROVED, STARTED, revised)
                .when(new Revise(CONTENT, "家庭情况有变化", day(40)))
                .thenNothing();
        plan.given(OPENED, DEADLINES, DRAFTED, SIGNED, APPROVED, revised)
                .when(new Sign(List.of("HOUSEHOLDER"), PAPER, POLICY.planSigners(), day(41)))
                .then(new PlanSigned(1, 2, List.of("HOUSEHOLDER"), PAPER, day(41)));
        plan.given(OPENED, DEADLINES, DRAFTED, SIGNED, APPROVED)
                .when(new Revise(CONTENT, "改", day(40)))
                .thenRefused(REASON_REQUIRED);
        plan.given(OPENED, DEADLINES, DRAFTED)
                .when(new Revise(CONTENT, "家庭情况有变化", day(40)))
                .thenRefused(STEP_OUT_OF_ORDER, "DRAFT");
    }

    @Test
    void a_repeated_step_changes_nothing_however_late_it_is() {
        var around = around("cadre-1", measure(MEDICAL, MeasureCode.M07, null), measure(WORK, MeasureCode.M02, null));
        var sign = new Sign(List.of("HOUSEHOLDER"), PAPER, POLICY.planSigners(), day(3));
        var closed = new PlanClosed(1, Closing.EVALUATED, day(201));
        for (var later : List.of(
                plan.given(OPENED, DEADLINES, DRAFTED, SIGNED, APPROVED, STARTED, EVALUATED),
                plan.given(OPENED, DEADLINES, DRAFTED, SIGNED, APPROVED, STARTED, EVALUATED, closed))) {
            later.when(new Draft(CONTENT, day(2))).thenNothing();
            later.when(sign).thenNothing();
            later.when(approve(around)).thenNothing();
        }
        plan.given(OPENED, DEADLINES, DRAFTED, SIGNED, APPROVED, STARTED, EVALUATED, closed)
                .when(new Close(List.of(), day(201)))
                .thenNothing();
        plan.given(OPENED, DEADLINES, DRAFTED, SIGNED, APPROVED, REVISED, SIGNED_AGAIN)
                .when(new Revise(CONTENT, "家庭情况有变化", day(40)))
                .thenNothing();
        plan.given(
                        OPENED,
                        DEADLINES,
                        DRAFTED,
                        SIGNED,
                        APPROVED,
                        REVISED,
                        SIGNED_AGAIN,
                        new PlanApproved(1, 2, List.of(), day(42)))
                .when(new Approve(around, POLICY, day(42)))
                .thenNothing();
    }

    @Test
    void a_step_that_was_taken_is_not_taken_otherwise() {
        var around = around("cadre-1", measure(MEDICAL, MeasureCode.M07, null), measure(WORK, MeasureCode.M02, null));
        var signed = plan.given(OPENED, DEADLINES, DRAFTED, SIGNED);
        signed.when(new Sign(
                        List.of("HOUSEHOLDER"),
                        new DocumentRef("DOC_PLAN", "d".repeat(64)),
                        POLICY.planSigners(),
                        day(3)))
                .thenRefused(STEP_ALREADY_RECORDED, "SIGNED");
        signed.when(new Sign(List.of("HOUSEHOLDER", "HELPER"), PAPER, POLICY.planSigners(), day(3)))
                .thenRefused(STEP_ALREADY_RECORDED, "SIGNED");
        signed.when(new Sign(List.of("HOUSEHOLDER"), PAPER, POLICY.planSigners(), day(4)))
                .thenRefused(STEP_ALREADY_RECORDED, "SIGNED");
        signed.when(new Draft(CONTENT, day(3))).thenRefused(STEP_OUT_OF_ORDER, "SIGNED");
        plan.given(OPENED, DEADLINES, DRAFTED)
                .when(new Draft(CONTENT, day(3)))
                .then(new PlanDrafted(1, 1, CONTENT, day(3)));
        plan.given(OPENED, DEADLINES, DRAFTED, SIGNED, APPROVED)
                .when(new Approve(around, POLICY, day(5)))
                .thenRefused(STEP_ALREADY_RECORDED, "APPROVED");
        plan.given(
                        OPENED,
                        DEADLINES,
                        DRAFTED,
                        SIGNED,
                        APPROVED,
                        REVISED,
                        SIGNED_AGAIN,
                        new PlanApproved(1, 2, List.of(), day(42)))
                .when(approve(around))
                .thenRefused(STEP_ALREADY_RECORDED, "APPROVED");
        plan.given(OPENED, DEADLINES, DRAFTED, SIGNED, APPROVED, REVISED)
                .when(new Revise(CONTENT, "家庭人口有变化", day(40)))
                .thenRefused(STEP_ALREADY_RECORDED, "DRAFT");
        plan.given(OPENED, DEADLINES, DRAFTED, SIGNED, APPROVED, STARTED, REMOVED)
                .when(new Close(List.of(), day(210)))
                .thenRefused(PLAN_CLOSED);
    }

    @Test
    void measures_and_reviews_carry_it_on() {
        plan.given(OPENED, DEADLINES, DRAFTED, SIGNED, APPROVED)
                .when(new Begin(1, day(5)))
                .then(STARTED);
        plan.given(OPENED, DEADLINES, DRAFTED).when(new Begin(1, day(5))).thenNothing();
        plan.given(OPENED, DEADLINES, DRAFTED, SIGNED, APPROVED, STARTED)
                .when(new Begin(1, day(6)))
                .thenNothing();
        plan.given(OPENED, DEADLINES, DRAFTED, SIGNED, APPROVED, STARTED)
                .when(new Evaluate(1, new UUID(5, 5), day(200)))
                .then(EVALUATED);
        plan.given(OPENED, DEADLINES, DRAFTED, SIGNED, APPROVED, STARTED)
                .when(new Evaluate(2, new UUID(5, 5), day(200)))
                .thenNothing();
    }

    @Test
    void an_evaluated_plan_is_closed_once_nothing_is_left_open() {
        var evaluated = plan.given(OPENED, DEADLINES, DRAFTED, SIGNED, APPROVED, STARTED, EVALUATED);
        evaluated.when(new Close(List.of(), day(201))).then(new PlanClosed(1, Closing.EVALUATED, day(201)));
        evaluated.when(new Close(List.of(WORK), day(201))).thenRefused(MEASURES_OPEN, WORK.toString());
        evaluated.when(new Close(List.of(), day(199))).thenRefused(DATE_OUT_OF_ORDER, day(200).toString());
        plan.given(OPENED, DEADLINES, DRAFTED)
                .when(new Close(List.of(), day(201)))
                .thenRefused(STEP_OUT_OF_ORDER, "DRAFT");
    }

    @Test
    void a_removal_closes_it_a_revocation_opens_it_again_and_a_re_entry_begins_anew() {
        plan.given(OPENED, DEADLINES, DRAFTED, SIGNED, APPROVED, STARTED)
                .when(new End(1, Closing.RISK_REMOVED, day(210)))
                .then(REMOVED);
        var removed = plan.given(OPENED, DEADLINES, DRAFTED, SIGNED, APPROVED, STARTED, REMOVED);
        removed.when(new End(1, Closing.RISK_REMOVED, day(210))).thenNothing();
        removed.when(new Draft(CONTENT, day(211))).thenRefused(PLAN_CLOSED);
        removed.when(new Reopen(2, day(220))).thenNothing();
        removed.when(new Reopen(1, day(220))).then(new PlanReopened(1, day(220)));
        plan.given(OPENED, DEADLINES, DRAFTED, SIGNED, APPROVED, STARTED, REMOVED, new PlanReopened(1, day(220)))
                .when(new Revise(CONTENT, "家庭情况有变化", day(221)))
                .then(new PlanRevised(1, 2, CONTENT, "家庭情况有变化", day(221)));
        removed.when(include(1, CASE)).thenNothing();
        removed.when(include(2, OTHER_CASE))
                .then(
                        new PlanOpened(2, AREA, OTHER_CASE, false, INCLUDED),
                        new PlanDeadlinesSet(2, List.of("01"), INCLUDED, day(10), day(30)));
    }

    @Test
    void due_days_are_whole_and_noted_once() {
        plan.given(OPENED, DEADLINES).when(new Tick(day(10), null)).thenNothing();
        plan.given(OPENED, DEADLINES).when(new Tick(day(11), null)).then(new PlanOverdue(1, day(10)));
        plan.given(OPENED, DEADLINES, new PlanOverdue(1, day(10)))
                .when(new Tick(day(30), null))
                .thenNothing();
        plan.given(OPENED, DEADLINES, new PlanOverdue(1, day(10)))
                .when(new Tick(day(31), null))
                .then(new HelpOverdue(1, day(30)));
        plan.given(OPENED, DEADLINES, DRAFTED, SIGNED, APPROVED)
                .when(new Tick(day(31), day(30)))
                .thenNothing();
        plan.given(OPENED, DEADLINES, DRAFTED, SIGNED, APPROVED)
                .when(new Tick(day(40), day(31)))
                .then(new HelpOverdue(1, day(30)));
    }

    @Test
    void it_moves_with_the_household() {
        plan.given(OPENED, DEADLINES)
                .when(new Move("610727105209", day(3)))
                .then(new PlanMoved(AREA, "610727105209", day(3)));
        plan.given(OPENED, DEADLINES, REMOVED).when(new Move(AREA, day(3))).thenNothing();
        plan.given().when(new Move(AREA, day(3))).thenNothing();
    }
}
