package org.shouwang.monitoring.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.report.MonthlyReportRefusal.*;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.monitoring.figures.Count;
import org.shouwang.monitoring.policy.PolicyTerms.Monitoring;
import org.shouwang.monitoring.report.MonthlyReportCommand.*;
import org.shouwang.monitoring.report.MonthlyReportEvent.*;

class MonthlyReportDeciderTest {

    private static final String VILLAGE = "610727105208";
    private static final YearMonth MONTH = YearMonth.of(2020, 4);
    private static final LocalDate DUE = LocalDate.of(2020, 5, 2);
    private static final String REASON = "走访数与监测台账不一致，请核对";
    private static final MonthlyReportOverdue OVERDUE = new MonthlyReportOverdue(VILLAGE, MONTH, DUE);

    private final Spec<MonthlyReportCommand, MonthlyReport, MonthlyReportEvent> report =
            Spec.of(new MonthlyReportDecider());

    private LocalDate dueOn = DUE;
    private LocalDate on = DUE;
    private String problems = "一户饮水管道老化，已上报镇水管站";
    private String nextSteps = "下月复查该户饮水";
    private ReportFigures figures = figures(2);

    @Test
    void the_last_day_is_whole_and_what_comes_behind_is_late() {
        report.given().when(submit()).then(submitted(false, 1));
        on = DUE.plusDays(1);
        report.given().when(submit()).then(submitted(true, 1));
        report.given(OVERDUE).when(submit()).then(submitted(true, 1));
        on = DUE;
        report.given(OVERDUE).when(submit()).then(submitted(true, 1));
    }

    @Test
    void a_month_is_reported_when_it_is_over_and_where_the_policy_asks() {
        on = LocalDate.of(2020, 4, 30);
        report.given().when(submit()).thenRefused(MONTH_NOT_OVER, "2020-05-01");
        on = LocalDate.of(2020, 5, 1);
        report.given().when(submit()).then(submitted(false, 1));
        dueOn = null;
        report.given().when(submit()).thenRefused(REPORT_NOT_OWED);
    }

    @Test
    void problems_and_what_comes_next_are_told_without_numbers() {
        problems = " ";
        report.given().when(submit()).thenRefused(REPORT_TEXT_REQUIRED, "problems");
        problems = "无";
        nextSteps = null;
        report.given().when(submit()).thenRefused(REPORT_TEXT_REQUIRED, "nextSteps");
        nextSteps = "联系户主13900000000";
        report.given().when(submit()).thenRefused(SENSITIVE_TEXT, "PHONE");
    }

    @Test
    void a_report_that_waits_or_was_taken_is_not_changed() {
        var before = submitted(false, 1);
        figures = figures(3);
        report.given(before).when(submit()).thenNothing();
        var taken = new MonthlyReportAccepted(DUE, null);
        report.given(before, taken).when(submit()).thenNothing();
        problems = "另有一户住房漏雨";
        report.given(before).when(submit()).thenRefused(REPORT_ALREADY_SUBMITTED);
        report.given(before, taken).when(submit()).thenRefused(REPORT_ACCEPTED);
    }

    @Test
    void the_town_takes_it_once() {
        var before = submitted(false, 1);
        report.given(before).when(new Accept(DUE, "属实", "town")).then(new MonthlyReportAccepted(DUE, "属实"));
        report.given(before, new MonthlyReportAccepted(DUE, "属实"))
                .when(new Accept(DUE, "属实", "town"))
                .thenNothing();
        report.given(before, new MonthlyReportAccepted(DUE, "属实"))
                .when(new Accept(DUE, "另说", "town"))
                .thenRefused(REPORT_ACCEPTED);
        report.given(before).when(new Accept(DUE, null, "info-officer")).thenRefused(OWN_REPORT);
        report.given(before)
                .when(new Accept(DUE.minusDays(1), null, "town"))
                .thenRefused(DATE_OUT_OF_ORDER, "2020-05-02");
        report.given(before).when(new Accept(DUE, "电话13900000000", "town")).thenRefused(SENSITIVE_TEXT, "note");
        report.given().when(new Accept(DUE, null, "town")).thenRefused(REPORT_NOT_SUBMITTED);
        report.given(OVERDUE).when(new Accept(DUE, null, "town")).thenRefused(REPORT_NOT_SUBMITTED);
    }

    @Test
    void what_is_sent_back_comes_again_and_is_as_late_as_it_was() {
        var before = submitted(false, 1);
        var back = new MonthlyReportReturned(DUE.plusDays(2), REASON);
        report.given(before).when(sendBack(REASON, "town")).then(back);
        report.given(before, back).when(sendBack(REASON, "town")).thenNothing();
        report.given(before, back).when(sendBack(REASON + "。", "town")).thenRefused(REPORT_NOT_SUBMITTED);
        report.given(before, back).when(new Accept(DUE, null, "town")).thenRefused(REPORT_NOT_SUBMITTED);
        report.given(before).when(sendBack("再看", "town")).thenRefused(REASON_REQUIRED);
        report.given(before).when(sendBack(REASON, "info-officer")).thenRefused(OWN_REPORT);
        report.given(before).when(sendBack(REASON + "13900000000", "town")).thenRefused(SENSITIVE_TEXT, "reason");
        report.given(before, back).when(submit()).thenRefused(DATE_OUT_OF_ORDER, "2020-05-04");
        on = DUE.plusDays(2);
        report.given(before, back).when(submit()).then(submitted(false, 2));
    }

    @Test
    void its_day_passes_once_and_only_without_it() {
        var note = new NoteOverdue(VILLAGE, MONTH, DUE);
        report.given().when(note).then(OVERDUE);
        report.given(OVERDUE).when(note).thenNothing();
        report.given(submitted(false, 1)).when(note).thenNothing();
    }

    @Test
    void the_first_report_of_the_2020_plan_is_due_on_the_second_of_may() {
        assertThat(monitoring(2, "2020-04").reportDue(YearMonth.of(2020, 3))).isNull();
        assertThat(monitoring(2, "2020-04").reportDue(MONTH)).isEqualTo(DUE);
        assertThat(monitoring(2, null).reportDue(YearMonth.of(2021, 12))).isEqualTo(LocalDate.of(2022, 1, 2));
        assertThat(monitoring(31, null).reportDue(YearMonth.of(2021, 1))).isEqualTo(LocalDate.of(2021, 2, 28));
        assertThat(monitoring(null, null).reportDue(MONTH)).isNull();
    }

    @Provide
    Arbitrary<List<MonthlyReportCommand>> commands() {
        return Arbitraries.<MonthlyReportCommand>of(
                        submit(),
                        submitOn(DUE.plusDays(1)),
                        submitOn(DUE.plusDays(3)),
                        new Accept(DUE.plusDays(3), null, "town"),
                        sendBack(REASON, "town"),
                        new NoteOverdue(VILLAGE, MONTH, DUE))
                .list()
                .ofMaxSize(20);
    }

    /** Whatever is asked in whatever order: taken is last, rounds count up, late is told once for all. */
    @Property(tries = 500)
    void rounds_count_up_and_what_was_taken_stays(@ForAll("commands") List<MonthlyReportCommand> commands) {
        var decider = new MonthlyReportDecider();
        var events = new ArrayList<MonthlyReportEvent>();
        for (var command : commands)
            if (decider.decide(command, decider.replay(decider.initial(), events))
                    instanceof Decision.Accepted<MonthlyReportEvent>(var more)) events.addAll(more);
        var handedIn = events.stream()
                .filter(MonthlyReportSubmitted.class::isInstance)
                .map(MonthlyReportSubmitted.class::cast)
                .toList();
        for (var n = 0; n < handedIn.size(); n++)
            assertThat(handedIn.get(n).round()).isEqualTo(n + 1);
        assertThat(handedIn.stream().map(MonthlyReportSubmitted::late).distinct())
                .hasSizeLessThan(2);
        var taken =
                events.stream().filter(MonthlyReportAccepted.class::isInstance).findFirst();
        taken.ifPresent(last -> assertThat(events.getLast()).isSameAs(last));
        assertThat(events.stream()
                        .filter(MonthlyReportOverdue.class::isInstance)
                        .count())
                .isLessThan(2);
        assertThat(events.subList(Math.min(1, events.size()), events.size()))
                .noneMatch(MonthlyReportOverdue.class::isInstance);
    }

    private Submit submitOn(LocalDate day) {
        return new Submit(VILLAGE, MONTH, dueOn, day, "info-officer", figures, problems, nextSteps);
    }

    private Submit submit() {
        return submitOn(on);
    }

    private static Return sendBack(String reason, String by) {
        return new Return(DUE.plusDays(2), reason, 10, by);
    }

    private MonthlyReportSubmitted submitted(boolean late, int round) {
        return new MonthlyReportSubmitted(
                VILLAGE, MONTH, dueOn, on, "info-officer", late, round, figures, problems, nextSteps);
    }

    private static ReportFigures figures(int visits) {
        var two = new Count(2, 9);
        return new ReportFigures(
                two,
                List.of(new ReportFigures.Part("EDGE", 2, 9)),
                List.of(),
                two,
                new Count(0, 0),
                1,
                0,
                1,
                0,
                0,
                2,
                visits,
                0);
    }

    private static Monitoring monitoring(Integer day, String from) {
        return new Monitoring(
                "MONTHLY",
                day,
                from == null ? null : YearMonth.parse(from),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
