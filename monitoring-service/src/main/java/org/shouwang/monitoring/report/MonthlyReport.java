package org.shouwang.monitoring.report;

import org.shouwang.monitoring.report.MonthlyReportEvent.*;

/** What a monthly report must remember to decide. */
public sealed interface MonthlyReport {

    record Expected() implements MonthlyReport {}

    record Overdue(MonthlyReportOverdue overdue) implements MonthlyReport {}

    record Submitted(MonthlyReportSubmitted report) implements MonthlyReport {}

    record Returned(MonthlyReportSubmitted report, MonthlyReportReturned why) implements MonthlyReport {}

    record Accepted(MonthlyReportSubmitted report, MonthlyReportAccepted how) implements MonthlyReport {}

    /** As it was handed in last; null: not yet. */
    default MonthlyReportSubmitted last() {
        return switch (this) {
            case Expected _, Overdue _ -> null;
            case Submitted s -> s.report();
            case Returned s -> s.report();
            case Accepted s -> s.report();
        };
    }
}
