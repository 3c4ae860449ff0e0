package org.shouwang.assistance.measure;

import static org.shouwang.assistance.Guard.*;
import static org.shouwang.assistance.measure.MeasureRefusal.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.assistance.DocumentRef;
import org.shouwang.assistance.measure.MeasureCommand.*;
import org.shouwang.assistance.measure.MeasureEvent.*;
import org.shouwang.eventsourcing.Spec;

class MeasureDeciderTest {

    private static final UUID HOUSEHOLD = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID ANNA = UUID.fromString("00000000-0000-4000-8000-00000000000a");
    private static final UUID STRANGER = UUID.fromString("00000000-0000-4000-8000-00000000000b");
    private static final String AREA = "610727105208";
    private static final DocumentRef PHOTO = new DocumentRef("DOC_PHOTO", "a".repeat(64));

    private static final MeasurePlanned PLANNED = new MeasurePlanned(
            HOUSEHOLD,
            1,
            AREA,
            MeasureCode.M10,
            MeasureItem.DIBAO,
            "01",
            List.of(),
            "全家低保",
            null,
            "CIVIL",
            new BigDecimal("1200.00"),
            null,
            null,
            day(1),
            day(30),
            day(1));
    private static final MeasureApproved APPROVED = new MeasureApproved(HOUSEHOLD, 1, MeasureCode.M10, day(2));
    private static final MeasureStarted STARTED = new MeasureStarted(HOUSEHOLD, 1, MeasureCode.M10, day(3));
    private static final MeasureImplemented IMPLEMENTED =
            new MeasureImplemented(HOUSEHOLD, 1, MeasureCode.M10, "01", null, List.of(PHOTO), day(10));
    private static final MeasureEvaluated EFFECTIVE =
            new MeasureEvaluated(HOUSEHOLD, 1, MeasureCode.M10, true, null, day(20));

    private static final MeasureClosed CLOSED = new MeasureClosed(HOUSEHOLD, 1, MeasureCode.M10, day(21));

    private final Spec<MeasureCommand, Measure, MeasureEvent> measure = Spec.of(new MeasureDecider());

    private static LocalDate day(int day) {
        return LocalDate.of(2021, 11, day);
    }

    private static MeasureContent content(MeasureCode code, MeasureItem item, String risk, UUID... members) {
        return new MeasureContent(
                code,
                item,
                risk,
                List.of(members),
                "全家低保",
                null,
                null,
                new BigDecimal("1200"),
                null,
                null,
                day(1),
                day(30));
    }

    private static Plan plan(MeasureContent content) {
        return new Plan(HOUSEHOLD, AREA, Set.of(ANNA), 1, List.of("01"), content, null, day(1));
    }

    @Test
    void a_measure_is_planned_for_a_risk_of_the_household() {
        measure.given()
                .when(plan(content(MeasureCode.M10, MeasureItem.DIBAO, "01")))
                .then(PLANNED);
    }

    @Test
    void planning_the_same_again_changes_nothing() {
        measure.given(PLANNED)
                .when(plan(content(MeasureCode.M10, MeasureItem.DIBAO, "01")))
                .thenNothing();
        measure.given(PLANNED)
                .when(plan(content(MeasureCode.M10, MeasureItem.TEKUN, "01")))
                .thenRefused(ALREADY_PLANNED);
        measure.given(PLANNED)
                .when(new Plan(
                        HOUSEHOLD,
                        AREA,
                        Set.of(ANNA),
                        1,
                        List.of("01"),
                        content(MeasureCode.M10, MeasureItem.DIBAO, "01"),
                        null,
                        day(2)))
                .thenRefused(ALREADY_PLANNED);
    }

    @Test
    void what_does_not_fit_the_household_is_refused() {
        measure.given()
                .when(plan(content(MeasureCode.M10, MeasureItem.DIBAO, null)))
                .thenRefused(RISK_REQUIRED, "01");
        measure.given()
                .when(plan(content(MeasureCode.M10, MeasureItem.DIBAO, "03")))
                .thenRefused(RISK_UNKNOWN, "03");
        measure.given()
                .when(plan(content(MeasureCode.M10, MeasureItem.DIBAO, "01", STRANGER)))
                .thenRefused(MEMBER_UNKNOWN, STRANGER.toString());
        measure.given().when(plan(content(MeasureCode.M10, null, "01"))).thenRefused(ITEM_REQUIRED);
        measure.given()
                .when(plan(content(MeasureCode.M07, MeasureItem.DIBAO, "01")))
                .thenRefused(ITEM_MISMATCH, "DIBAO");
        measure.given().when(plan(content(MeasureCode.M04, null, "01"))).thenRefused(MEMBER_REQUIRED);
        measure.given()
                .when(new Plan(
                        HOUSEHOLD, null, Set.of(), 0, List.of(), content(MeasureCode.M01, null, null), null, day(1)))
                .thenRefused(NOT_YET_KNOWN);
    }

    @Test
    void amounts_dates_and_texts_are_checked() {
        var base = content(MeasureCode.M07, null, "01");
        measure.given()
                .when(plan(new MeasureContent(
                        MeasureCode.M07,
                        null,
                        "01",
                        List.of(),
                        null,
                        null,
                        null,
                        new BigDecimal("-0.01"),
                        null,
                        null,
                        null,
                        null)))
                .thenRefused(AMOUNT_INVALID);
        measure.given()
                .when(plan(new MeasureContent(
                        MeasureCode.M07, null, "01", List.of(), null, null, null, null, null, null, day(5), day(4))))
                .thenRefused(DATE_OUT_OF_ORDER, "2021-11-04");
        measure.given()
                .when(plan(new MeasureContent(
                        MeasureCode.M07,
                        null,
                        "01",
                        List.of(),
                        "电话 13800000000",
                        null,
                        null,
                        base.amount(),
                        null,
                        null,
                        null,
                        null)))
                .thenRefused(SENSITIVE_TEXT);
    }

    @Test
    void a_household_that_is_not_monitored_is_helped_without_a_risk() {
        measure.given()
                .when(new Plan(
                        HOUSEHOLD,
                        AREA,
                        Set.of(ANNA),
                        0,
                        List.of(),
                        content(MeasureCode.M01, null, null),
                        null,
                        day(1)))
                .then(new MeasurePlanned(
                        HOUSEHOLD,
                        0,
                        AREA,
                        MeasureCode.M01,
                        null,
                        null,
                        List.of(),
                        "全家低保",
                        null,
                        "AGRI",
                        new BigDecimal("1200.00"),
                        null,
                        null,
                        day(1),
                        day(30),
                        day(1)));
    }

    @Test
    void a_department_acts_in_its_own_sector_only() {
        var content = content(MeasureCode.M10, MeasureItem.DIBAO, "01");
        measure.given()
                .when(new Plan(HOUSEHOLD, AREA, Set.of(), 1, List.of("01"), content, "CIVIL", day(1)))
                .then(PLANNED);
        measure.given()
                .when(new Plan(HOUSEHOLD, AREA, Set.of(), 1, List.of("01"), content, "EDU", day(1)))
                .thenRefused(OTHER_SECTOR);
        measure.given(PLANNED, APPROVED).when(new Start("EDU", day(3))).thenRefused(OTHER_SECTOR);
        measure.given(PLANNED, APPROVED, STARTED)
                .when(new Implement(List.of(PHOTO), null, "EDU", day(10)))
                .thenRefused(OTHER_SECTOR);
    }

    @Test
    void the_steps_follow_one_another() {
        measure.given(PLANNED).when(new Approve(day(2))).then(APPROVED);
        measure.given(PLANNED, APPROVED).when(new Start(null, day(3))).then(STARTED);
        measure.given(PLANNED, APPROVED, STARTED)
                .when(new Implement(List.of(PHOTO), null, null, day(10)))
                .then(IMPLEMENTED);
        measure.given(PLANNED, APPROVED, STARTED, IMPLEMENTED)
                .when(new Evaluate(true, null, day(20)))
                .then(EFFECTIVE);
        measure.given(PLANNED, APPROVED, STARTED, IMPLEMENTED, EFFECTIVE)
                .when(new Close(day(21)))
                .then(new MeasureClosed(HOUSEHOLD, 1, MeasureCode.M10, day(21)));
    }

    @Test
    void a_repeated_step_changes_nothing_however_late_it_is() {
        var closed = measure.given(PLANNED, APPROVED, STARTED, IMPLEMENTED, EFFECTIVE, CLOSED);
        closed.when(new Approve(day(2))).thenNothing();
        closed.when(new Start(null, day(3))).thenNothing();
        closed.when(new Implement(List.of(PHOTO), null, null, day(10))).thenNothing();
        closed.when(new Evaluate(true, null, day(20))).thenNothing();
        closed.when(new Close(day(21))).thenNothing();
        var cancelled = new MeasureCancelled(HOUSEHOLD, 1, MeasureCode.M10, "农户自愿放弃", day(5));
        measure.given(PLANNED, cancelled).when(new Cancel("农户自愿放弃", day(5))).thenNothing();
    }

    @Test
    void a_step_that_was_taken_is_not_taken_otherwise() {
        var other = new DocumentRef("DOC_PHOTO", "c".repeat(64));
        var closed = measure.given(PLANNED, APPROVED, STARTED, IMPLEMENTED, EFFECTIVE, CLOSED);
        closed.when(new Approve(day(3))).thenRefused(STEP_ALREADY_RECORDED, "CLOSED");
        closed.when(new Start(null, day(4))).thenRefused(STEP_ALREADY_RECORDED, "CLOSED");
        closed.when(new Evaluate(true, "收入增加", day(20))).thenRefused(STEP_ALREADY_RECORDED, "CLOSED");
        closed.when(new Close(day(22))).thenRefused(STEP_ALREADY_RECORDED, "CLOSED");
        closed.when(new Cancel("农户自愿放弃", day(22))).thenRefused(STEP_OUT_OF_ORDER, "CLOSED");
        var implemented = measure.given(PLANNED, APPROVED, STARTED, IMPLEMENTED);
        implemented
                .when(new Implement(List.of(other), null, null, day(10)))
                .thenRefused(STEP_ALREADY_RECORDED, "IMPLEMENTED");
        implemented
                .when(new Implement(List.of(PHOTO), BigDecimal.ONE, null, day(10)))
                .thenRefused(STEP_ALREADY_RECORDED, "IMPLEMENTED");
        implemented
                .when(new Implement(List.of(PHOTO), null, null, day(11)))
                .thenRefused(STEP_ALREADY_RECORDED, "IMPLEMENTED");
        var cancelled = new MeasureCancelled(HOUSEHOLD, 1, MeasureCode.M10, "农户自愿放弃", day(5));
        measure.given(PLANNED, cancelled)
                .when(new Cancel("农户自愿放弃", day(6)))
                .thenRefused(STEP_ALREADY_RECORDED, "CANCELLED");
        measure.given(PLANNED, cancelled)
                .when(new Cancel("农户已经搬走", day(5)))
                .thenRefused(STEP_ALREADY_RECORDED, "CANCELLED");
    }

    @Test
    void no_step_is_skipped_or_goes_back_in_time() {
        measure.given(PLANNED).when(new Start(null, day(3))).thenRefused(STEP_OUT_OF_ORDER, "PLANNED");
        measure.given(PLANNED, APPROVED)
                .when(new Implement(List.of(PHOTO), null, null, day(3)))
                .thenRefused(STEP_OUT_OF_ORDER, "APPROVED");
        measure.given(PLANNED, APPROVED, STARTED)
                .when(new Evaluate(true, null, day(4)))
                .thenRefused(STEP_OUT_OF_ORDER, "IN_PROGRESS");
        measure.given(PLANNED, APPROVED, STARTED, IMPLEMENTED)
                .when(new Close(day(11)))
                .thenRefused(STEP_OUT_OF_ORDER, "IMPLEMENTED");
        measure.given(PLANNED, APPROVED).when(new Start(null, day(1))).thenRefused(DATE_OUT_OF_ORDER, "2021-11-02");
        measure.given().when(new Approve(day(2))).thenRefused(MEASURE_NOT_FOUND);
    }

    @Test
    void implementation_needs_evidence() {
        measure.given(PLANNED, APPROVED, STARTED)
                .when(new Implement(List.of(), null, null, day(10)))
                .thenRefused(EVIDENCE_MISSING);
        measure.given(PLANNED, APPROVED, STARTED)
                .when(new Implement(List.of(new DocumentRef("DOC_PHOTO", "xyz")), null, null, day(10)))
                .thenRefused(DOCUMENT_INVALID, "DOC_PHOTO");
    }

    @Test
    void a_measure_without_effect_says_why() {
        measure.given(PLANNED, APPROVED, STARTED, IMPLEMENTED)
                .when(new Evaluate(false, "没用", day(20)))
                .thenRefused(REASON_REQUIRED);
        measure.given(PLANNED, APPROVED, STARTED, IMPLEMENTED)
                .when(new Evaluate(false, "收入没有增加", day(20)))
                .then(new MeasureEvaluated(HOUSEHOLD, 1, MeasureCode.M10, false, "收入没有增加", day(20)));
        var judged = new MeasureEvaluated(HOUSEHOLD, 1, MeasureCode.M10, false, "收入没有增加", day(20));
        var more = new MeasureEvaluated(HOUSEHOLD, 1, MeasureCode.M10, false, "收入没有增加，病情加重", day(20));
        measure.given(PLANNED, APPROVED, STARTED, IMPLEMENTED, judged)
                .when(new Evaluate(false, "收入没有增加", day(20)))
                .thenNothing();
        measure.given(PLANNED, APPROVED, STARTED, IMPLEMENTED, judged)
                .when(new Evaluate(false, "收入没有增加，病情加重", day(20)))
                .then(more);
    }

    @Test
    void a_measure_is_given_up_with_a_reason_before_it_is_in_effect() {
        var cancelled = new MeasureCancelled(HOUSEHOLD, 1, MeasureCode.M10, "农户自愿放弃", day(5));
        measure.given(PLANNED, APPROVED).when(new Cancel("农户自愿放弃", day(5))).then(cancelled);
        measure.given(PLANNED, APPROVED, cancelled)
                .when(new Cancel("农户自愿放弃", day(5)))
                .thenNothing();
        measure.given(PLANNED).when(new Cancel("无", day(5))).thenRefused(REASON_REQUIRED);
        measure.given(PLANNED, APPROVED, STARTED, IMPLEMENTED)
                .when(new Cancel("农户自愿放弃", day(12)))
                .thenRefused(STEP_OUT_OF_ORDER, "IMPLEMENTED");
    }

    @Test
    void a_measure_is_late_the_day_after_it_was_due_and_once() {
        var late = new MeasureOverdue(HOUSEHOLD, 1, MeasureCode.M10, day(30));
        measure.given(PLANNED).when(new Tick(day(30))).thenNothing();
        measure.given(PLANNED).when(new Tick(LocalDate.of(2021, 12, 1))).then(late);
        measure.given(PLANNED, late).when(new Tick(LocalDate.of(2021, 12, 2))).thenNothing();
        measure.given(PLANNED, APPROVED, STARTED, IMPLEMENTED)
                .when(new Tick(LocalDate.of(2021, 12, 1)))
                .thenNothing();
    }

    @Test
    void a_measure_moves_with_its_household() {
        measure.given(PLANNED)
                .when(new Move("610727105209", day(5)))
                .then(new MeasureMoved(HOUSEHOLD, AREA, "610727105209", day(5)));
        measure.given(PLANNED).when(new Move(AREA, day(5))).thenNothing();
    }
}
