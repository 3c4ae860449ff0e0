package org.shouwang.household.screening;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.shouwang.eventsourcing.sheet.CsvSheet;
import org.shouwang.household.Waiting;
import org.shouwang.household.screening.DeliveryViews.Finding;

/**
 * All rows of a delivery as a table that a spreadsheet opens (UTF-8 with its mark), written piece by piece; what is doubtful about the list as a
 * whole stands above its header.
 */
@Singleton
class DeliveryExport {

    private static final List<String> HEADER =
            List.of("行号", "姓名", "证件号码", "村代码", "指标", "数值", "匹配", "问题", "研判", "命中规则", "线索编号");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("STAGED", "待匹配"),
            Map.entry("FAULTY", "不可读"),
            Map.entry("MATCHED", "已匹配"),
            Map.entry("SUGGESTED", "待确认"),
            Map.entry("UNMATCHED", "未匹配"),
            Map.entry("CONFIRMED", "已确认"),
            Map.entry("REFUSED", "已否定"),
            Map.entry("HIT", "命中"),
            Map.entry("MISS", "未命中"),
            Map.entry("LISTED_TWICE", "同一户列了两次"),
            Map.entry("NUMBER_WRONG", "写明的数字有误"));

    private static final int AT_ONCE = 2_000;

    private final DeliveryViews views;

    DeliveryExport(DeliveryViews views) {
        this.views = views;
    }

    void write(UUID id, List<Finding> findings, OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\ufeff');
        var csv = new CSVPrinter(writer, CSVFormat.EXCEL);
        for (var f : findings)
            csv.printRecord(
                    f.rule(),
                    f.zh(),
                    f.reason() == null ? "待说明" : word(f.reason().name()));
        csv.printRecord(HEADER);
        var after = 0;
        for (var rows = rows(id, after); !rows.isEmpty(); rows = rows(id, after)) {
            for (var row : rows) print(csv, row);
            after = rows.getLast().row();
        }
        csv.flush();
    }

    private List<DeliveryViews.Row> rows(UUID id, int after) {
        return Waiting.on(() -> views.rows(id, after, AT_ONCE));
    }

    private static void print(CSVPrinter csv, DeliveryViews.Row row) throws IOException {
        csv.printRecord(
                row.row(),
                CsvSheet.harmless(row.name()),
                CsvSheet.harmless(row.idNo()),
                CsvSheet.harmless(row.areaCode()),
                CsvSheet.harmless(row.item()),
                row.value(),
                word(row.state()),
                CsvSheet.harmless(row.message()),
                word(row.outcome()),
                String.join("、", row.rules()),
                row.clueIds().stream().map(UUID::toString).collect(Collectors.joining("、")));
    }

    private static String word(String code) {
        return code == null ? null : WORDS.getOrDefault(code, code);
    }
}
