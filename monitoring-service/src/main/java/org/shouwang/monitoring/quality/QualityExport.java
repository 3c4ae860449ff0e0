package org.shouwang.monitoring.quality;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.shouwang.eventsourcing.sheet.SheetFile;
import org.shouwang.monitoring.Waiting;
import org.shouwang.monitoring.quality.QualityList.Item;
import org.shouwang.monitoring.quality.QualityList.Search;

/** Findings as a file that a clerk works through, written piece by piece. Runs on a thread that may wait. */
@Singleton
class QualityExport {

    private static final int AT_ONCE = 1_000;
    private static final String TITLE = "数据质量问题清单";
    private static final List<String> HEADERS =
            List.of("序号", "规则", "名称", "级别", "说明", "区划代码", "户标识", "核查内容", "编号", "字段");

    private final QualityList list;

    QualityExport(QualityList list) {
        this.list = list;
    }

    void write(String scope, String own, LocalDate day, Search search, SheetFile file) throws IOException {
        var place = scope.isEmpty() ? "全部" : scope + "0".repeat(Math.max(0, 12 - scope.length()));
        file.title(TITLE, "区划：" + place + "　数据日期：" + day, HEADERS);
        var number = 0;
        String after = null;
        do {
            var from = after;
            var page = Waiting.on(() -> list.find(scope, own, day, search, from, AT_ONCE));
            for (var item : page.items()) file.row(cells(++number, item));
            file.flush();
            after = page.next();
        } while (after != null);
        file.end();
    }

    private static List<Object> cells(int number, Item f) {
        return Arrays.asList(
                number,
                f.rule(),
                f.name(),
                f.severity().zh(),
                f.zh(),
                f.areaCode(),
                f.householdId() == null ? null : f.householdId().toString(),
                f.subject().zh(),
                f.subjectId(),
                String.join(" ", f.fields()));
    }
}
