package org.shouwang.household.roster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The empty workbook that a clerk fills in: the headers, a list to choose from where a column has one, and a sheet with all words allowed. */
final class Template {

    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int LINES = 5_000;
    private static final int WIDTH = 16;

    private Template() {}

    static byte[] xlsx() {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "shouwang", "1.0")) {
            var page = workbook.newWorksheet("花名册");
            var words = workbook.newWorksheet("代码表");
            for (var column : Column.values()) {
                var at = column.ordinal();
                page.value(0, at, column.header());
                page.width(at, WIDTH);
                page.range(1, at, LINES, at).style().format("@").set();
                words.value(0, at, column.header());
                words.width(at, WIDTH);
                choices(page, words, column);
            }
            for (var sheet : new Worksheet[] {page, words}) {
                sheet.range(0, 0, 0, Column.values().length - 1)
                        .style()
                        .bold()
                        .fillColor("DDEBF7")
                        .wrapText(true)
                        .set();
                sheet.freezePane(0, 1);
            }
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void choices(Worksheet page, Worksheet words, Column column) {
        var choices = column.choices();
        var at = column.ordinal();
        for (var i = 0; i < choices.size(); i++) words.value(i + 1, at, choices.get(i));
        if (!choices.isEmpty() && !Column.MANY.contains(column))
            page.range(1, at, LINES, at).validateWithList(words.range(1, at, choices.size(), at));
    }
}
