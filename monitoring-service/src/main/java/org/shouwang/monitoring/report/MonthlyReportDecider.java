package org.shouwang.monitoring.report;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.report.MonthlyReportRefusal.*;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.SensitiveText;
import org.shouwang.monitoring.report.MonthlyReport.*;
import org.shouwang.monitoring.report.MonthlyReportCommand.*;
import org.shouwang.monitoring.report.MonthlyReportEvent.*;

/** The rules of a village's monthly report: handed in when the month is over, taken or sent back by the town, late when its day has passed. */
final class MonthlyReportDecider implements Decider<MonthlyReportCommand, MonthlyReport, MonthlyReportEvent> {

    private record On(MonthlyReportCommand command, MonthlyReport state) {}

    @Override
    public Decision<MonthlyReportEvent> decide(MonthlyReportCommand command, MonthlyReport state) {
        return switch (new On(command, state)) {
            case On(Submit c, Expected _) -> submit(c, c.submittedOn().isAfter(due(c)), 1);
            case On(Submit c, Overdue _) -> submit(c, true, 1);
            case On(Submit c, Returned s)
            when c.submittedOn().isBefore(s.why().on()) ->
                refuse(DATE_OUT_OF_ORDER, s.why().on().toString());
            case On(Submit c, Returned s) ->
                submit(c, s.report().late(), s.report().round() + 1);
            case On(Submit c, Submitted s) -> same(c, s.report()) ? nothing() : refuse(REPORT_ALREADY_SUBMITTED);
            case On(Submit c, Accepted s) -> same(c, s.report()) ? nothing() : refuse(REPORT_ACCEPTED);

            case On(Accept c, Submitted s) -> accepted(c, s.report());
            case On(Accept c, Accepted s) ->
                new MonthlyReportAccepted(c.on(), c.note()).equals(s.how()) ? nothing() : refuse(REPORT_ACCEPTED);

            case On(Return c, Submitted s) -> returned(c, s.report());
            case On(Return c, Returned s)
            when new MonthlyReportReturned(c.on(), c.reason()).equals(s.why()) -> nothing();

            case On(NoteOverdue c, Expected _) -> accept(new MonthlyReportOverdue(c.areaCode(), c.month(), c.dueOn()));
            case On(NoteOverdue _, MonthlyReport _) -> nothing();

            case On(MonthlyReportCommand _, MonthlyReport _) -> refuse(REPORT_NOT_SUBMITTED);
        };
    }

    private static LocalDate due(Submit c) {
        return c.dueOn() == null ? LocalDate.MAX : c.dueOn();
    }

    private static Decision<MonthlyReportEvent> submit(Submit c, boolean late, int round) {
        if (c.dueOn() == null) return refuse(REPORT_NOT_OWED);
        if (!c.submittedOn().isAfter(c.month().atEndOfMonth()))
            return refuse(MONTH_NOT_OVER, c.month().atEndOfMonth().plusDays(1).toString());
        if (blank(c.problems())) return refuse(REPORT_TEXT_REQUIRED, "problems");
        if (blank(c.nextSteps())) return refuse(REPORT_TEXT_REQUIRED, "nextSteps");
        var sensitive = Stream.of(c.problems(), c.nextSteps())
                .flatMap(text -> SensitiveText.numbersIn(text).stream())
                .distinct()
                .sorted()
                .toList();
        if (!sensitive.isEmpty()) return refuse(SENSITIVE_TEXT, sensitive);
        return accept(new MonthlyReportSubmitted(
                c.areaCode(),
                c.month(),
                c.dueOn(),
                c.submittedOn(),
                c.submittedBy(),
                late,
                round,
                c.figures(),
                c.problems(),
                c.nextSteps()));
    }

    /** Figures are known better by the minute. */
    private static boolean same(Submit c, MonthlyReportSubmitted report) {
        return c.submittedOn().equals(report.submittedOn())
                && c.submittedBy().equals(report.submittedBy())
                && report.problems().equals(c.problems())
                && report.nextSteps().equals(c.nextSteps());
    }

    private static Decision<MonthlyReportEvent> accepted(Accept c, MonthlyReportSubmitted report) {
        if (c.by().equals(report.submittedBy())) return refuse(OWN_REPORT);
        if (c.on().isBefore(report.submittedOn()))
            return refuse(DATE_OUT_OF_ORDER, report.submittedOn().toString());
        if (!SensitiveText.numbersIn(c.note()).isEmpty()) return refuse(SENSITIVE_TEXT, "note");
        return accept(new MonthlyReportAccepted(c.on(), c.note()));
    }

    private static Decision<MonthlyReportEvent> returned(Return c, MonthlyReportSubmitted report) {
        if (c.by().equals(report.submittedBy())) return refuse(OWN_REPORT);
        if (c.on().isBefore(report.submittedOn()))
            return refuse(DATE_OUT_OF_ORDER, report.submittedOn().toString());
        if (c.reason() == null || c.reason().strip().codePoints().count() < c.shortestReason())
            return refuse(REASON_REQUIRED);
        if (!SensitiveText.numbersIn(c.reason()).isEmpty()) return refuse(SENSITIVE_TEXT, "reason");
        return accept(new MonthlyReportReturned(c.on(), c.reason()));
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    @Override
    public MonthlyReport initial() {
        return new Expected();
    }

    @Override
    public MonthlyReport evolve(MonthlyReport state, MonthlyReportEvent event) {
        return switch (event) {
            case MonthlyReportSubmitted e -> new Submitted(e);
            case MonthlyReportAccepted e -> new Accepted(state.last(), e);
            case MonthlyReportReturned e -> new Returned(state.last(), e);
            case MonthlyReportOverdue e -> new Overdue(e);
        };
    }
}
