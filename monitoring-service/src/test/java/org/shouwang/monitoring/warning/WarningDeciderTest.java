package org.shouwang.monitoring.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.object.ObjectRefusal.NATIONAL_ENTRY_REQUIRED_FIRST;
import static org.shouwang.monitoring.object.ObjectRefusal.OBJECT_NOT_ACTIVE;
import static org.shouwang.monitoring.warning.WarningRefusal.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.facts.IncomeFact;
import org.shouwang.monitoring.facts.Indicator;
import org.shouwang.monitoring.facts.MeasureFact;
import org.shouwang.monitoring.facts.SafeguardFact;
import org.shouwang.monitoring.facts.SafeguardResult;
import org.shouwang.monitoring.object.GradeTrigger;
import org.shouwang.monitoring.object.MonitoredObject;
import org.shouwang.monitoring.object.MonitoredObject.Entry;
import org.shouwang.monitoring.object.MonitoredObject.Episode;
import org.shouwang.monitoring.object.ObjectEvent;
import org.shouwang.monitoring.object.ObjectEvent.BigDataImported;
import org.shouwang.monitoring.object.ObjectType;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.policy.SamplePolicies;
import org.shouwang.monitoring.warning.WarningCommand.*;
import org.shouwang.monitoring.warning.WarningEvent.*;

class WarningDeciderTest {

    private static final BigDecimal LINE = new BigDecimal("6000.00");
    private static final UUID HOUSEHOLD = UUID.fromString("00000000-0000-0000-0000-0000000000aa");
    private static final UUID CHECK = UUID.fromString("00000000-0000-0000-0000-0000000000ad");
    private static final UUID MEASURE = UUID.fromString("00000000-0000-0000-0000-0000000000ae");
    private static final String VILLAGE = "610727105208";
    private static final LocalDate APRIL = LocalDate.of(2020, 4, 10);
    private static final LocalDate MAY_20 = LocalDate.of(2020, 5, 20);
    private static final LocalDate JUNE_30 = LocalDate.of(2020, 6, 30);
    private static final PolicyTerms R2020 = SamplePolicies.town2020();
    private static final PolicyTerms R2021 = SamplePolicies.county2021();
    private static final List<DocumentRef> PHOTO = List.of(new DocumentRef("DOC_PHOTO", "a".repeat(64)));

    private static final WarningRaised RAISED = raised(MAY_20, JUNE_30);
    private static final WarningAnnotated ANNOTATED = new WarningAnnotated("P-1", MAY_20.plusDays(2));
    private static final WarningAssigned ASSIGNED = new WarningAssigned("WATER", "water-clerk", MAY_20.plusDays(3));
    private static final WarningHandled HANDLED = new WarningHandled("清理水池", null, MAY_20.plusDays(10));
    private static final WarningHandled BY_MEASURE = new WarningHandled("安装净水器", MEASURE, MAY_20.plusDays(10));
    private static final WarningClosed CLOSED =
            new WarningClosed(CHECK, null, PHOTO, MAY_20.plusDays(20), null, null, null);

    private final Spec<WarningCommand, Warning, WarningEvent> warning = Spec.of(new WarningDecider());

    @Test
    void a_warning_moves_with_its_household_and_goes_on_there() {
        var moved = new WarningMoved(VILLAGE, "610727105207", JUNE_30);
        warning.given().when(new Move("610727105207", JUNE_30)).thenRefused(WARNING_UNKNOWN);
        warning.given(RAISED).when(new Move("610727105207", JUNE_30)).then(moved);
        warning.given(RAISED, moved).when(new Move("610727105207", JUNE_30)).thenNothing();
        warning.given(RAISED, ANNOTATED, moved)
                .when(new Assign("WATER", "water-clerk", MAY_20.plusDays(3)))
                .then(ASSIGNED);
    }

    @Test
    void a_red_warning_is_due_by_the_closing_day_and_later_ones_by_the_end_of_their_month() {
        warning.given().when(raise(MAY_20, Entry.IMPORTED)).then(RAISED);
        warning.given().when(raise(JUNE_30, Entry.IMPORTED)).then(raised(JUNE_30, JUNE_30));
        warning.given()
                .when(raise(LocalDate.of(2020, 7, 1), Entry.IMPORTED))
                .then(raised(LocalDate.of(2020, 7, 1), LocalDate.of(2020, 7, 31)));
        warning.given()
                .when(raise(LocalDate.of(2020, 8, 9), Entry.IMPORTED))
                .then(raised(LocalDate.of(2020, 8, 9), LocalDate.of(2020, 8, 31)));
    }

    @Test
    void raising_again_changes_nothing() {
        warning.given(RAISED).when(raise(MAY_20, Entry.IMPORTED)).thenNothing();
        warning.given(RAISED).when(raise(MAY_20.plusDays(1), Entry.IMPORTED)).thenRefused(WARNING_ALREADY_RAISED);
    }

    @Test
    void only_households_that_are_monitored_are_warned_about() {
        var gone = new MonitoredObject.Removed(episode(Entry.IMPORTED), MEASURE, MAY_20);
        warning.given().when(raise(MAY_20, gone, WarningLevel.RED, R2020, null)).thenRefused(OBJECT_NOT_ACTIVE);
        warning.given().when(raise(APRIL.minusDays(1), Entry.IMPORTED)).thenRefused(DATE_OUT_OF_ORDER, "2020-04-10");
    }

    @Test
    void each_policy_has_its_levels() {
        warning.given()
                .when(raise(MAY_20, active(Entry.IMPORTED), WarningLevel.URGENT, R2020, null))
                .thenRefused(WARNING_LEVEL_INVALID, "URGENT");
        warning.given()
                .when(raise(MAY_20, active(Entry.IMPORTED), WarningLevel.RED, R2021, null))
                .thenRefused(WARNING_LEVEL_INVALID, "RED");
        warning.given()
                .when(raise(MAY_20, active(Entry.IMPORTED), WarningLevel.RED, R2020, "13912345678"))
                .thenRefused(SENSITIVE_TEXT, "PHONE");
    }

    @Test
    void under_the_2020_plan_the_household_is_entered_and_imported_first() {
        warning.given().when(raise(MAY_20, Entry.NOT_ENTERED)).then(RAISED, new WarningEntryAwaited(MAY_20));
        warning.given(RAISED, new WarningEntryAwaited(MAY_20))
                .when(annotate(Entry.NOT_ENTERED))
                .thenRefused(NATIONAL_ENTRY_REQUIRED_FIRST);
        warning.given(RAISED, new WarningEntryAwaited(MAY_20))
                .when(annotate(Entry.ENTERED))
                .thenRefused(NATIONAL_ENTRY_REQUIRED_FIRST);
        warning.given(RAISED, new WarningEntryAwaited(MAY_20))
                .when(annotate(Entry.IMPORTED))
                .then(ANNOTATED);
        warning.given(RAISED, ANNOTATED).when(annotate(Entry.IMPORTED)).thenNothing();
    }

    @Test
    void it_is_not_annotated_on_a_day_before_the_import() {
        var annotated = ANNOTATED.annotatedOn();
        var waiting = warning.given(RAISED, new WarningEntryAwaited(MAY_20));
        waiting.when(annotate(imported(annotated.plusDays(1))))
                .thenRefused(NATIONAL_ENTRY_REQUIRED_FIRST, "2020-05-23");
        waiting.when(annotate(imported(annotated))).then(ANNOTATED);
    }

    @Test
    void since_2021_there_is_no_import_and_the_days_are_those_of_a_measure() {
        var on = LocalDate.of(2021, 12, 8);
        var raised = new WarningRaised(
                HOUSEHOLD,
                VILLAGE,
                1,
                WarningItem.WATER,
                WarningLevel.URGENT,
                WarningSource.MONTHLY_CHECK,
                null,
                on,
                on.plusDays(30),
                false,
                null);
        warning.given()
                .when(raise(on, active(Entry.NOT_ENTERED), WarningLevel.URGENT, R2021, null))
                .then(raised);
        warning.given(raised)
                .when(new Annotate("P-1", on, active(Entry.NOT_ENTERED)))
                .then(new WarningAnnotated("P-1", on));
    }

    @Test
    void it_keeps_the_clue_that_it_answers_and_is_another_one_without_it() {
        var clue = UUID.fromString("00000000-0000-0000-0000-0000000000c9");
        var raise = new Raise(
                HOUSEHOLD,
                active(Entry.IMPORTED),
                WarningItem.WATER,
                WarningLevel.RED,
                WarningSource.MONTHLY_CHECK,
                null,
                MAY_20,
                R2020,
                clue);
        var raised = new WarningRaised(
                HOUSEHOLD,
                VILLAGE,
                1,
                WarningItem.WATER,
                WarningLevel.RED,
                WarningSource.MONTHLY_CHECK,
                null,
                MAY_20,
                MAY_20.plusDays(41),
                true,
                clue);
        warning.given().when(raise).then(raised);
        warning.given(raised).when(raise).thenNothing();
        warning.given(raised, new WarningMoved(VILLAGE, "610727105207", MAY_20))
                .when(raise)
                .thenRefused(WARNING_ALREADY_RAISED);
        warning.given(raised).when(raise(MAY_20, Entry.IMPORTED)).thenRefused(WARNING_ALREADY_RAISED);
    }

    @Test
    void the_steps_come_in_their_order() {
        var assign = new Assign("WATER", "water-clerk", ASSIGNED.assignedOn());
        var handle = new Handle("清理水池", null, HANDLED.handledOn());
        warning.given(RAISED).when(assign).thenRefused(STEP_OUT_OF_ORDER, "RAISED");
        warning.given(RAISED, ANNOTATED).when(handle).thenRefused(STEP_OUT_OF_ORDER, "ANNOTATED");
        warning.given(RAISED, ANNOTATED).when(assign).then(ASSIGNED);
        warning.given(RAISED, ANNOTATED, ASSIGNED).when(assign).thenNothing();
        warning.given(RAISED, ANNOTATED)
                .when(new Assign("WATER", "王某", ASSIGNED.assignedOn()))
                .thenRefused(PERSON_CODE, "responsible");
        warning.given(RAISED, ANNOTATED)
                .when(new Assign("WATERWORKS", "water-clerk", ASSIGNED.assignedOn()))
                .thenRefused(DEPARTMENT_UNKNOWN, "WATERWORKS");
        warning.given(RAISED, ANNOTATED)
                .when(new Assign("WATER", "water-clerk", MAY_20))
                .thenRefused(DATE_OUT_OF_ORDER, "2020-05-22");
        warning.given(RAISED, ANNOTATED, ASSIGNED).when(handle).then(HANDLED);
        warning.given(RAISED, ANNOTATED, ASSIGNED, HANDLED).when(handle).thenNothing();
        warning.given().when(handle).thenRefused(WARNING_UNKNOWN);
    }

    @Test
    void closing_needs_a_pass_with_evidence_or_an_effective_measure() {
        var history = new WarningEvent[] {RAISED, ANNOTATED, ASSIGNED, HANDLED};
        warning.given(history)
                .when(close(check(SafeguardResult.PASS, 18), null, PHOTO))
                .then(CLOSED);
        warning.given(RAISED, ANNOTATED, ASSIGNED, HANDLED, CLOSED)
                .when(close(check(SafeguardResult.PASS, 18), null, PHOTO))
                .thenNothing();
        warning.given(history)
                .when(close(check(SafeguardResult.PASS, 18), null, List.of()))
                .thenRefused(WARNING_NOT_SOLVED, "WATER");
        warning.given(history)
                .when(close(check(SafeguardResult.AT_RISK, 18), null, PHOTO))
                .thenRefused(WARNING_NOT_SOLVED, "WATER");
        warning.given(history)
                .when(close(check(SafeguardResult.PASS, -1), null, PHOTO))
                .thenRefused(WARNING_NOT_SOLVED, "WATER");
        warning.given(history).when(close(null, null, PHOTO)).thenRefused(WARNING_NOT_SOLVED, "WATER");
        var byMeasure = new WarningEvent[] {RAISED, ANNOTATED, ASSIGNED, BY_MEASURE};
        warning.given(byMeasure).when(close(null, measure(false), List.of())).thenRefused(WARNING_NOT_SOLVED, "WATER");
        warning.given(byMeasure)
                .when(close(null, measure(true), List.of()))
                .then(new WarningClosed(null, MEASURE, List.of(), MAY_20.plusDays(20), null, null, null));
        warning.given(RAISED, ANNOTATED, ASSIGNED)
                .when(close(check(SafeguardResult.PASS, 18), null, PHOTO))
                .thenRefused(STEP_OUT_OF_ORDER, "ASSIGNED");
    }

    @Test
    void a_check_that_passed_closes_nothing_where_a_later_one_failed_or_it_is_later_than_the_closing() {
        var history = new WarningEvent[] {RAISED, ANNOTATED, ASSIGNED, HANDLED};
        var passed = check(SafeguardResult.PASS, 18);
        warning.given(history)
                .when(close(passed, List.of(passed, check(SafeguardResult.FAIL, 19)), null, PHOTO))
                .thenRefused(WARNING_NOT_SOLVED, "WATER");
        warning.given(history)
                .when(close(passed, List.of(passed, check(SafeguardResult.PASS, 19)), null, PHOTO))
                .then(CLOSED);
        warning.given(history)
                .when(close(passed, List.of(passed, check(SafeguardResult.FAIL, 21)), null, PHOTO))
                .then(CLOSED);
        warning.given(history)
                .when(close(check(SafeguardResult.PASS, 21), null, PHOTO))
                .thenRefused(WARNING_NOT_SOLVED, "WATER");
    }

    @Test
    void a_measure_closes_what_it_was_to_solve_and_only_once_it_was_evaluated_since() {
        warning.given(RAISED, ANNOTATED, ASSIGNED, HANDLED)
                .when(close(null, measure(true), List.of()))
                .thenRefused(WARNING_NOT_SOLVED, "WATER");
        warning.given(RAISED, ANNOTATED, ASSIGNED, BY_MEASURE)
                .when(close(null, evaluated(MAY_20.minusDays(1)), List.of()))
                .thenRefused(WARNING_NOT_SOLVED, "WATER");
        warning.given(RAISED, ANNOTATED, ASSIGNED, BY_MEASURE)
                .when(close(null, evaluated(MAY_20.plusDays(21)), List.of()))
                .thenRefused(WARNING_NOT_SOLVED, "WATER");
    }

    @Test
    void what_closed_it_before_it_was_opened_again_does_not_close_it_again() {
        var day = MAY_20.plusDays(30);
        var again = new WarningEvent[] {
            RAISED,
            ANNOTATED,
            ASSIGNED,
            BY_MEASURE,
            CLOSED,
            new WarningReopened("又浑浊", day, JUNE_30),
            new WarningAssigned("WATER", "water-clerk", day),
            new WarningHandled("更换滤芯", MEASURE, day)
        };
        warning.given(again)
                .when(new Close(check(SafeguardResult.PASS, 18), List.of(), null, PHOTO, day.plusDays(5), Recheck.NONE))
                .thenRefused(WARNING_NOT_SOLVED, "WATER");
        warning.given(again)
                .when(new Close(null, List.of(), measure(true), List.of(), day.plusDays(5), Recheck.NONE))
                .thenRefused(WARNING_NOT_SOLVED, "WATER");
        warning.given(again)
                .when(new Close(check(SafeguardResult.PASS, 33), List.of(), null, PHOTO, day.plusDays(5), Recheck.NONE))
                .then(new WarningClosed(CHECK, null, PHOTO, day.plusDays(5), null, null, null));
        warning.given(again)
                .when(new Close(null, List.of(), evaluated(day.plusDays(4)), List.of(), day.plusDays(5), Recheck.NONE))
                .then(new WarningClosed(null, MEASURE, List.of(), day.plusDays(5), null, null, null));
    }

    @Test
    void closing_after_the_day_notes_that_it_was_late() {
        var late = new WarningClosed(null, MEASURE, List.of(), LocalDate.of(2020, 7, 1), null, null, null);
        warning.given(RAISED, ANNOTATED, ASSIGNED, BY_MEASURE)
                .when(new Close(null, List.of(), measure(true), List.of(), LocalDate.of(2020, 7, 1), Recheck.NONE))
                .then(new WarningOverdue(JUNE_30, "TOWN_LEADERSHIP"), late);
        warning.given(RAISED, ANNOTATED, ASSIGNED, BY_MEASURE, new WarningOverdue(JUNE_30, "TOWN_LEADERSHIP"))
                .when(new Close(null, List.of(), measure(true), List.of(), LocalDate.of(2020, 7, 1), Recheck.NONE))
                .then(late);
    }

    @Test
    void it_is_late_when_its_day_is_over_and_told_once() {
        warning.given(RAISED).when(new NoteOverdue(JUNE_30)).thenNothing();
        warning.given(RAISED)
                .when(new NoteOverdue(JUNE_30.plusDays(1)))
                .then(new WarningOverdue(JUNE_30, "TOWN_LEADERSHIP"));
        warning.given(RAISED, new WarningOverdue(JUNE_30, "TOWN_LEADERSHIP"))
                .when(new NoteOverdue(JUNE_30.plusDays(1)))
                .thenNothing();
        warning.given(RAISED, ANNOTATED, ASSIGNED, HANDLED, CLOSED)
                .when(new NoteOverdue(JUNE_30.plusDays(1)))
                .thenNothing();
    }

    @Test
    void a_visit_after_closing_finds_it_good_or_opens_it_again() {
        var day = LocalDate.of(2020, 8, 3);
        warning.given(RAISED, ANNOTATED, ASSIGNED, HANDLED, CLOSED)
                .when(new Revisit("grid-member", "水清", true, day, R2020))
                .then(new WarningRevisited("grid-member", "水清", day));
        warning.given(RAISED, ANNOTATED, ASSIGNED, HANDLED, CLOSED)
                .when(new Revisit("grid-member", "又浑浊", false, day, R2020))
                .then(new WarningReopened("又浑浊", day, LocalDate.of(2020, 8, 31)));
        warning.given(RAISED, ANNOTATED)
                .when(new Revisit("grid-member", "水清", true, day, R2020))
                .thenRefused(STEP_OUT_OF_ORDER, "ANNOTATED");
        warning.given(RAISED, ANNOTATED, ASSIGNED, HANDLED, CLOSED, new WarningRevisited("grid-member", "水清", day))
                .when(new Reopen("复查仍不达标", day.plusDays(30), active(Entry.IMPORTED), R2020))
                .then(new WarningReopened("复查仍不达标", day.plusDays(30), LocalDate.of(2020, 9, 30)));
    }

    @Test
    void a_statement_above_the_line_closes_a_warning_on_income_and_stable_work_one_on_employment() {
        var day = MAY_20.plusDays(20);
        solved(
                WarningItem.INCOME,
                new Recheck(statement("6000.01", 5, IncomeFact.State.SIGNED), LINE, null),
                day,
                true);
        solved(
                WarningItem.INCOME,
                new Recheck(statement("6000.00", 5, IncomeFact.State.SIGNED), LINE, null),
                day,
                false);
        solved(
                WarningItem.INCOME,
                new Recheck(statement("9000.00", 4, IncomeFact.State.SIGNED), LINE, null),
                day,
                false);
        solved(
                WarningItem.INCOME,
                new Recheck(statement("9000.00", 5, IncomeFact.State.DRAFT), LINE, null),
                day,
                false);
        solved(
                WarningItem.INCOME,
                new Recheck(statement("9000.00", 5, IncomeFact.State.SIGNED), null, null),
                day,
                false);
        solved(
                WarningItem.SPENDING,
                new Recheck(statement("9000.00", 5, IncomeFact.State.SIGNED), LINE, null),
                day,
                false);
        solved(WarningItem.EMPLOYMENT, new Recheck(null, null, day), day, true);
        solved(WarningItem.EMPLOYMENT, new Recheck(null, null, MAY_20.minusDays(1)), day, false);
        solved(WarningItem.EMPLOYMENT, Recheck.NONE, day, false);
    }

    @Test
    void a_visit_that_finds_it_solved_closes_a_warning_on_spending_or_something_else_and_no_other() {
        var day = MAY_20.plusDays(20);
        for (var item : List.of(WarningItem.SPENDING, WarningItem.OTHER)) {
            solved(item, new Recheck(null, null, day), day, true);
            solved(item, new Recheck(null, null, MAY_20), day, false);
            solved(item, new Recheck(null, null, MAY_20.plusDays(1)), day, true);
            solved(item, new Recheck(null, null, MAY_20.minusDays(1)), day, false);
            solved(item, new Recheck(null, null, day.plusDays(1)), day, false);
            solved(item, Recheck.NONE, day, false);
        }
        solved(WarningItem.WATER, new Recheck(null, null, day), day, false);
        solved(WarningItem.INCOME, new Recheck(null, null, day), day, false);
    }

    @Test
    void a_visit_on_the_day_of_a_warning_that_somebody_else_raised_closes_it() {
        var close = new Close(null, List.of(), null, PHOTO, MAY_20.plusDays(20), new Recheck(null, null, MAY_20));
        warning.given(raised(WarningItem.OTHER, WarningSource.DEPARTMENT), ANNOTATED, ASSIGNED, HANDLED)
                .when(close)
                .then(new WarningClosed(null, null, PHOTO, MAY_20.plusDays(20), null, null, MAY_20));
        warning.given(raised(WarningItem.OTHER), ANNOTATED, ASSIGNED, HANDLED)
                .when(close)
                .thenRefused(WARNING_NOT_SOLVED, "OTHER");
    }

    @Test
    void without_evidence_no_visit_closes_a_warning() {
        var raised = raised(WarningItem.OTHER);
        warning.given(raised, ANNOTATED, ASSIGNED, HANDLED)
                .when(new Close(
                        null,
                        List.of(),
                        null,
                        List.of(),
                        MAY_20.plusDays(20),
                        new Recheck(null, null, MAY_20.plusDays(15))))
                .thenRefused(WARNING_NOT_SOLVED, "OTHER");
    }

    private static WarningRaised raised(WarningItem item) {
        return raised(item, WarningSource.MONTHLY_CHECK);
    }

    private static WarningRaised raised(WarningItem item, WarningSource source) {
        return new WarningRaised(
                HOUSEHOLD, VILLAGE, 1, item, WarningLevel.RED, source, null, MAY_20, MAY_20.plusDays(41), true, null);
    }

    private void solved(WarningItem item, Recheck recheck, LocalDate day, boolean closes) {
        var close = new Close(null, List.of(), null, PHOTO, day, recheck);
        var when = warning.given(raised(item), ANNOTATED, ASSIGNED, HANDLED).when(close);
        if (closes)
            when.then(new WarningClosed(
                    null,
                    null,
                    PHOTO,
                    day,
                    recheck.income() == null ? null : recheck.income().id(),
                    item == WarningItem.EMPLOYMENT ? recheck.visit() : null,
                    item.told() ? recheck.visit() : null));
        else when.thenRefused(WARNING_NOT_SOLVED, item.name());
    }

    private static IncomeFact statement(String perCapita, int month, IncomeFact.State state) {
        var amount = new BigDecimal(perCapita);
        var to = YearMonth.of(2020, month);
        return new IncomeFact(
                MEASURE,
                HOUSEHOLD,
                to.minusMonths(11),
                to,
                PolicyTerms.IncomeBasis.ACTUAL_12M,
                amount,
                amount,
                amount,
                amount,
                amount,
                amount,
                1,
                amount,
                amount,
                state);
    }

    @Test
    void nothing_is_opened_again_for_a_household_that_is_not_watched_any_more() {
        var gone = new MonitoredObject.Removed(episode(Entry.IMPORTED), MEASURE, LocalDate.of(2020, 8, 1));
        warning.given(RAISED, ANNOTATED, ASSIGNED, HANDLED, CLOSED)
                .when(new Reopen("又浑浊", LocalDate.of(2020, 8, 3), gone, R2020))
                .thenRefused(OBJECT_NOT_ACTIVE);
    }

    @Test
    void each_source_of_a_warning_may_make_a_household_red() {
        for (var source : WarningSource.values())
            assertThat(GradeTrigger.valueOf(source.name()).name()).isEqualTo(source.name());
    }

    @Test
    void a_warning_opened_again_goes_the_same_way_again() {
        var reopened = new WarningReopened("又浑浊", LocalDate.of(2020, 8, 3), LocalDate.of(2020, 8, 31));
        warning.given(RAISED, ANNOTATED, ASSIGNED, HANDLED, CLOSED, reopened)
                .when(new Assign("WATER", "water-clerk", LocalDate.of(2020, 8, 4)))
                .then(new WarningAssigned("WATER", "water-clerk", LocalDate.of(2020, 8, 4)));
        warning.given(RAISED, ANNOTATED, ASSIGNED, HANDLED, CLOSED, reopened)
                .when(new NoteOverdue(LocalDate.of(2020, 9, 1)))
                .then(new WarningOverdue(LocalDate.of(2020, 8, 31), "TOWN_LEADERSHIP"));
    }

    @Test
    void a_false_alarm_is_cancelled_with_a_reason() {
        var reason = "核实为水表故障，供水正常";
        warning.given(RAISED).when(new Cancel(reason, MAY_20, 10)).then(new WarningCancelled(reason, MAY_20));
        warning.given(RAISED).when(new Cancel("误报", MAY_20, 10)).thenRefused(REASON_REQUIRED);
        warning.given(RAISED, new WarningCancelled(reason, MAY_20))
                .when(new Cancel(reason, MAY_20, 10))
                .thenNothing();
        warning.given(RAISED, ANNOTATED, ASSIGNED, HANDLED, CLOSED)
                .when(new Cancel(reason, MAY_20.plusDays(30), 10))
                .thenRefused(STEP_OUT_OF_ORDER, "CLOSED");
    }

    private static Raise raise(LocalDate on, Entry entry) {
        return raise(on, active(entry), WarningLevel.RED, R2020, null);
    }

    private static Raise raise(
            LocalDate on, MonitoredObject object, WarningLevel level, PolicyTerms terms, String text) {
        return new Raise(
                HOUSEHOLD, object, WarningItem.WATER, level, WarningSource.MONTHLY_CHECK, text, on, terms, null);
    }

    private static WarningRaised raised(LocalDate on, LocalDate dueOn) {
        return new WarningRaised(
                HOUSEHOLD,
                VILLAGE,
                1,
                WarningItem.WATER,
                WarningLevel.RED,
                WarningSource.MONTHLY_CHECK,
                null,
                on,
                dueOn,
                true,
                null);
    }

    private static Annotate annotate(Entry entry) {
        return annotate(active(entry));
    }

    private static Annotate annotate(MonitoredObject object) {
        return new Annotate("P-1", ANNOTATED.annotatedOn(), object);
    }

    private static MonitoredObject imported(LocalDate on) {
        return new MonitoredObject.Active(episode(Entry.IMPORTED, new BigDataImported("B-1", on)));
    }

    private static Close close(SafeguardFact check, MeasureFact measure, List<DocumentRef> evidence) {
        return close(check, List.of(), measure, evidence);
    }

    private static Close close(
            SafeguardFact check, List<SafeguardFact> later, MeasureFact measure, List<DocumentRef> evidence) {
        return new Close(check, later, measure, evidence, MAY_20.plusDays(20), Recheck.NONE);
    }

    private static SafeguardFact check(SafeguardResult water, int daysLater) {
        return new SafeguardFact(
                CHECK, HOUSEHOLD, MAY_20.plusDays(daysLater), List.of(new SafeguardFact.Item(Indicator.WATER, water)));
    }

    private static MeasureFact measure(boolean effective) {
        return new MeasureFact(
                MEASURE, HOUSEHOLD, 1, "M06", "11", MAY_20.plusDays(5), effective, MAY_20.plusDays(15), false);
    }

    private static MeasureFact evaluated(LocalDate on) {
        return new MeasureFact(MEASURE, HOUSEHOLD, 1, "M06", "11", MAY_20.plusDays(5), true, on, false);
    }

    private static MonitoredObject active(Entry entry) {
        return new MonitoredObject.Active(episode(entry));
    }

    private static Episode episode(Entry entry) {
        return entry == Entry.IMPORTED
                ? episode(entry, new BigDataImported("B-1", APRIL.plusDays(14)))
                : episode(entry, new ObjectEvent[0]);
    }

    private static Episode episode(Entry entry, ObjectEvent... recorded) {
        return new Episode(
                1, MEASURE, VILLAGE, ObjectType.UNSTABLE, List.of("11"), null, entry, APRIL, List.of(recorded));
    }
}
