package org.shouwang.monitoring.report;

import java.time.LocalDate;
import java.time.YearMonth;

/** What can have happened to the work report (月报) of one village on one month. */
public sealed interface MonthlyReportEvent {

    /**
     * @param dueOn last day, whole
     * @param submittedBy user id
     * @param late the first time it was handed in lay behind the last day
     * @param round 1, and one more each time that it was sent back
     * @param figures as they were known when it was handed in
     */
    record MonthlyReportSubmitted(
            String areaCode,
            YearMonth month,
            LocalDate dueOn,
            LocalDate submittedOn,
            String submittedBy,
            boolean late,
            int round,
            ReportFigures figures,
            String problems,
            String nextSteps)
            implements MonthlyReportEvent {}

    record MonthlyReportAccepted(LocalDate on, String note) implements MonthlyReportEvent {}

    record MonthlyReportReturned(LocalDate on, String reason) implements MonthlyReportEvent {}

    /** Its last day went by without it; it is still taken. */
    record MonthlyReportOverdue(String areaCode, YearMonth month, LocalDate dueOn) implements MonthlyReportEvent {}
}
