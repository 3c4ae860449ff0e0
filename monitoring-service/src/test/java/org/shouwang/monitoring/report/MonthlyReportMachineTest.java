package org.shouwang.monitoring.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.shouwang.eventsourcing.Machine;
import org.shouwang.monitoring.figures.Count;
import org.shouwang.monitoring.report.MonthlyReportCommand.*;

/** Every step of a village's monthly report in every state. */
class MonthlyReportMachineTest {

    private static final String VILLAGE = "610727105208";
    private static final YearMonth MONTH = YearMonth.of(2020, 4);
    private static final LocalDate DUE = LocalDate.of(2020, 5, 2);
    private static final String AUTHOR = "info-officer";
    private static final String TOWN = "town";
    private static final String REASON = "走访数与监测台账不一致，请核对";
    private static final Count TWO = new Count(2, 9);
    private static final ReportFigures FIGURES =
            new ReportFigures(TWO, List.of(), List.of(), TWO, TWO, 1, 0, 1, 0, 0, 2, 2, 0);

    @TestFactory
    Stream<DynamicTest> every_step_in_every_state() {
        return new Machine<>(
                        new MonthlyReportDecider(),
                        MonthlyReportEvent.class,
                        "/machines/monthly-report.md",
                        MonthlyReportMachineTest::name)
                .on("hand in", n -> submit(DUE.plusDays(n)))
                .on("hand in before the month is over", _ -> submit(MONTH.atEndOfMonth()))
                .on("take", n -> new Accept(DUE.plusDays(n), null, TOWN))
                .on("take what one wrote", n -> new Accept(DUE.plusDays(n), null, AUTHOR))
                .on("send back", n -> new Return(DUE.plusDays(n), REASON, 10, TOWN))
                .on("send back what one wrote", n -> new Return(DUE.plusDays(n), REASON, 10, AUTHOR))
                .on("note that its day has passed", _ -> new NoteOverdue(VILLAGE, MONTH, DUE))
                .walked(MonthlyReportCommand.class);
    }

    private static Submit submit(LocalDate day) {
        return new Submit(VILLAGE, MONTH, DUE, day, AUTHOR, FIGURES, "一户饮水管道老化", "下月复查该户饮水");
    }

    private static String name(MonthlyReport state) {
        return switch (state) {
            case MonthlyReport.Expected _ -> "EXPECTED";
            case MonthlyReport.Overdue _ -> "OVERDUE";
            case MonthlyReport.Submitted s -> s.report().round() == 1 ? "SUBMITTED" : "RESUBMITTED";
            case MonthlyReport.Returned _ -> "RETURNED";
            case MonthlyReport.Accepted _ -> "ACCEPTED";
        };
    }
}
