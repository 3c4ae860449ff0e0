package org.shouwang.eventsourcing.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook with one sheet, named by its title, and further ones under the same headers where a sheet cannot hold more lines. */
public final class XlsxSheet implements SheetFile {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int WIDTH = 16;
    private static final int LINES_OF_A_SHEET = 1_000_000;

    private final Workbook workbook;
    private Worksheet sheet;
    private String title;
    private List<String> headers;
    private int sheets = 1;
    private int at;

    public XlsxSheet(OutputStream out) {
        workbook = new Workbook(out, "shouwang", "1.0");
    }

    @Override
    public void title(String title, String about, List<String> headers) {
        this.title = title;
        this.headers = headers;
        sheet = workbook.newWorksheet(title);
        sheet.value(0, 0, title);
        sheet.range(0, 0, 0, headers.size() - 1).merge();
        sheet.style(0, 0).bold().fontSize(14).horizontalAlignment("center").set();
        sheet.value(1, 0, about);
        sheet.range(1, 0, 1, headers.size() - 1).merge();
        for (var i = 0; i < headers.size(); i++) {
            sheet.width(i, WIDTH);
            sheet.value(2, i, headers.get(i));
        }
        sheet.range(2, 0, 2, headers.size() - 1)
                .style()
                .bold()
                .fillColor("DDEBF7")
                .wrapText(true)
                .set();
        sheet.freezePane(0, 3);
        at = 3;
    }

    @Override
    public void row(List<Object> cells) throws IOException {
        if (at == LINES_OF_A_SHEET) next();
        for (var i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            if (cell instanceof Number number) sheet.value(at, i, number);
            else if (cell != null) sheet.value(at, i, (String) cell);
        }
        at++;
    }

    private void next() throws IOException {
        sheet.finish();
        sheet = workbook.newWorksheet(++sheets + " " + title);
        for (var i = 0; i < headers.size(); i++) sheet.value(0, i, headers.get(i));
        at = 1;
    }

    @Override
    public void flush() throws IOException {
        sheet.flush();
    }

    @Override
    public void end() throws IOException {
        workbook.finish();
    }
}
