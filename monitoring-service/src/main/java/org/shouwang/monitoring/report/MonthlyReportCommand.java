package org.shouwang.monitoring.report;

import java.time.LocalDate;
import java.time.YearMonth;

/** Everything one can ask of a village's monthly report. */
public sealed interface MonthlyReportCommand {

    /** @param dueOn null: the policy asks for no report @param figures as the read models have them */
    record Submit(
            String areaCode,
            YearMonth month,
            LocalDate dueOn,
            LocalDate submittedOn,
            String submittedBy,
            ReportFigures figures,
            String problems,
            String nextSteps)
            implements MonthlyReportCommand {}

    /** @param by user id */
    record Accept(LocalDate on, String note, String by) implements MonthlyReportCommand {}

    /** @param by user id */
    record Return(LocalDate on, String reason, int shortestReason, String by) implements MonthlyReportCommand {}

    /** Given by the daily tick: its last day has passed. */
    record NoteOverdue(String areaCode, YearMonth month, LocalDate dueOn) implements MonthlyReportCommand {}
}
