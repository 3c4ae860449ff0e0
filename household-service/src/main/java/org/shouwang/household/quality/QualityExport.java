package org.shouwang.household.quality;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.eventsourcing.sheet.SheetFile;
import org.shouwang.household.Waiting;
import org.shouwang.household.quality.QualityList.Item;
import org.shouwang.household.quality.QualityList.Search;

/**
 * Findings as a file that a clerk works through, written piece by piece: what is in memory does not grow with the area. Numbers of documents
 * are masked, phones are left out. Runs on a thread that may wait.
 */
@Singleton
class QualityExport {

    private static final int AT_ONCE = 1_000;
    private static final String TITLE = "数据质量问题清单";
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Streams.ZONE);
    private static final List<String> HEADERS = List.of(
            "序号", "规则", "级别", "说明", "区划代码", "小组", "网格", "户编号", "户主", "成员", "证件号码", "字段", "农户ID", "成员ID", "收入测算表ID",
            "批次ID", "最近登记时间", "最近登记人");

    private final QualityReview review;
    private final QualityList list;

    QualityExport(QualityReview review, QualityList list) {
        this.review = review;
        this.list = list;
    }

    void write(String scope, String own, Search search, SheetFile file) throws IOException {
        Waiting.on(() -> review.look(scope, own, Integer.MAX_VALUE));
        var place = scope.isEmpty() ? "全部" : scope + "0".repeat(Math.max(0, 12 - scope.length()));
        file.title(TITLE, "区划：" + place + "　数据日期：" + review.day(), HEADERS);
        var number = 0;
        String after = null;
        do {
            var from = after;
            var page = Waiting.on(() -> list.find(scope, own, search, from, AT_ONCE));
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
                f.severity().zh(),
                f.zh(),
                f.areaCode(),
                f.groupCode(),
                f.gridCode(),
                f.householdNo(),
                f.head(),
                f.member(),
                f.idNo(),
                String.join(" ", f.fields()),
                text(f.householdId()),
                text(f.memberId()),
                text(f.statementId()),
                text(f.deliveryId()),
                minute(f.recordedAt()),
                f.recordedBy());
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static String minute(Instant at) {
        return at == null ? null : MINUTE.format(at);
    }
}
