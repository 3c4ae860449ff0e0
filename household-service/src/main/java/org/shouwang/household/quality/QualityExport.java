package org.shouwang.household.quality;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.dhatim.fastexcel.Workbook;
import org.shouwang.household.Waiting;
import org.shouwang.household.quality.QualityList.Item;
import org.shouwang.household.quality.QualityList.Search;
import org.shouwang.household.sheet.CsvSheet;

/**
 * Findings as a file that a clerk works through, written piece by piece: what is in memory does not grow with the area. Numbers of documents
 * are masked, phones are left out. Runs on a thread that may wait.
 */
@Singleton
class QualityExport {

    /** Where the pieces of the file go. */
    private interface Sheet {

        void line(List<String> cells) throws IOException;
    }

    private static final int AT_ONCE = 1_000;
    private static final int LINES_OF_A_SHEET = 1_000_000;
    private static final List<String> HEADER = List.of(
            "规则", "名称", "级别", "说明", "村代码", "小组", "网格", "户编号", "户主", "成员", "证件号码", "字段", "农户ID", "成员ID", "收入测算表ID",
            "最近登记时间", "最近登记人");

    private final QualityReview review;
    private final QualityList list;

    QualityExport(QualityReview review, QualityList list) {
        this.review = review;
        this.list = list;
    }

    /** UTF-8 with a byte order mark, without which spreadsheets take it for another encoding. */
    void csv(String scope, String own, Search search, OutputStream out) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        var csv = CSVFormat.DEFAULT.print(text);
        lines(
                scope,
                own,
                search,
                cells -> csv.printRecord(cells.stream().map(CsvSheet::harmless).toList()));
        csv.flush();
    }

    void xlsx(String scope, String own, Search search, OutputStream out) throws IOException {
        var workbook = new Workbook(out, "shouwang", "1.0");
        var sheet = new Sheet() {
            private org.dhatim.fastexcel.Worksheet page;
            private int pages;
            private int row = LINES_OF_A_SHEET;

            @Override
            public void line(List<String> cells) throws IOException {
                if (row == LINES_OF_A_SHEET) {
                    if (page != null) page.finish();
                    page = workbook.newWorksheet("问题清单" + ++pages);
                    row = 0;
                }
                for (var i = 0; i < cells.size(); i++) page.value(row, i, cells.get(i));
                if (++row % AT_ONCE == 0) page.flush();
            }
        };
        lines(scope, own, search, sheet);
        workbook.finish();
    }

    private void lines(String scope, String own, Search search, Sheet sheet) throws IOException {
        Waiting.on(() -> review.look(scope, own, Integer.MAX_VALUE));
        sheet.line(HEADER);
        String after = null;
        do {
            var from = after;
            var page = Waiting.on(() -> list.find(scope, own, search, from, AT_ONCE));
            for (var item : page.items()) sheet.line(cells(item));
            after = page.next();
        } while (after != null);
    }

    private static List<String> cells(Item f) {
        return Stream.of(
                        f.rule(),
                        f.name(),
                        f.severity(),
                        f.zh(),
                        f.areaCode(),
                        f.groupCode(),
                        f.gridCode(),
                        f.householdNo(),
                        f.head(),
                        f.member(),
                        f.idNo(),
                        String.join(" ", f.fields()),
                        f.householdId(),
                        f.memberId(),
                        f.statementId(),
                        f.recordedAt(),
                        f.recordedBy())
                .map(cell -> cell == null ? "" : cell.toString())
                .toList();
    }
}
