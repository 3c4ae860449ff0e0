package org.shouwang.monitoring.figures;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import org.shouwang.eventsourcing.sheet.SheetFile;
import org.shouwang.monitoring.Waiting;
import org.shouwang.monitoring.figures.Months.Beyond;
import org.shouwang.monitoring.figures.Months.Finding;

/** Counts that events do not explain, as a file that a clerk works through, written piece by piece. Runs on a thread that may wait. */
@Singleton
class FindingsExport {

    private static final int AT_ONCE = 1_000;
    private static final String TITLE = "期末数与增减变动不符清单";
    private static final List<String> HEADERS = List.of("序号", "规则", "说明", "区划代码", "月份", "户标识", "户数差", "人数差");

    private final Months months;

    FindingsExport(Months months) {
        this.months = months;
    }

    void write(String scope, YearMonth from, YearMonth to, SheetFile file) throws IOException {
        var place = scope.isEmpty() ? "全部" : scope + "0".repeat(Math.max(0, 12 - scope.length()));
        file.title(TITLE, "区划：" + place + "　月份：" + from + "至" + to, HEADERS);
        var number = 0;
        List<Finding> found;
        Beyond after = null;
        do {
            var beyond = after;
            found = Waiting.on(() -> months.findings(scope, from, to, beyond, AT_ONCE));
            for (var finding : found) {
                file.row(cells(++number, finding));
                after = finding.place();
            }
            file.flush();
        } while (found.size() == AT_ONCE);
        file.end();
    }

    private static List<Object> cells(int number, Finding f) {
        return List.of(
                number,
                f.code(),
                f.zh(),
                f.area(),
                f.month().toString(),
                f.householdId().toString(),
                f.households(),
                f.persons());
    }
}
