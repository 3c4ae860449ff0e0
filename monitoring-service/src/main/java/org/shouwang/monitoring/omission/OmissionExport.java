package org.shouwang.monitoring.omission;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.shouwang.eventsourcing.sheet.SheetFile;
import org.shouwang.monitoring.Waiting;
import org.shouwang.monitoring.object.RiskCode;
import org.shouwang.monitoring.omission.Omissions.After;
import org.shouwang.monitoring.omission.Omissions.Row;

/** The list as a file to go from house to house with, written piece by piece. Runs on a thread that may wait. */
@Singleton
class OmissionExport {

    private static final int AT_ONCE = 1_000;
    private static final String TITLE = "应纳未纳疑似名单";
    private static final List<String> HEADERS = List.of(
            "序号",
            "区划代码",
            "户标识",
            "户类型",
            "家庭人口",
            "人均收入",
            "监测收入线",
            "收入截至",
            "风险",
            "三保障及饮水有风险",
            "线索",
            "建议纳入",
            "建议类别",
            "在办案卷");

    private final Omissions omissions;

    OmissionExport(Omissions omissions) {
        this.omissions = omissions;
    }

    void write(String scope, String own, LocalDate day, boolean all, SheetFile file) throws IOException {
        var totals = Waiting.on(() -> omissions.totals(scope, own, day));
        file.title(
                TITLE,
                "区划：%s　数据日期：%s　建议纳入：%d户%d人　低于监测线未发现风险：%d户%d人"
                        .formatted(
                                scope + "0".repeat(Math.max(0, 12 - scope.length())),
                                day,
                                totals.recommended().households(),
                                totals.recommended().persons(),
                                totals.withoutRisk().households(),
                                totals.withoutRisk().persons()),
                HEADERS);
        var number = 0;
        After after = null;
        List<Row> rows;
        do {
            var from = after;
            rows = Waiting.on(() -> omissions.list(scope, own, day, all, from, AT_ONCE));
            for (var row : rows) file.row(cells(++number, row));
            file.flush();
            if (!rows.isEmpty()) after = Omissions.after(rows.getLast());
        } while (rows.size() == AT_ONCE);
        file.end();
    }

    private static List<Object> cells(int number, Row r) {
        return Arrays.asList(
                number,
                r.areaCode(),
                r.householdId().toString(),
                r.registeredType().zh(),
                r.persons(),
                r.perCapita(),
                r.line(),
                r.until().toString(),
                r.risks().stream().map(RiskCode::zh).collect(Collectors.joining("、")),
                r.safeguardAtRisk() ? "是" : "否",
                r.clues(),
                r.recommended() ? "是" : "否",
                r.type() == null ? null : r.type().zh(),
                r.caseId() == null ? null : r.caseId().toString());
    }
}
