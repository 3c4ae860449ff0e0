package org.shouwang.eventsourcing.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Lines of text in UTF-8, marked so that spreadsheets read Chinese. */
public final class CsvSheet implements SheetFile {

    public static final String MEDIA_TYPE = "text/csv;charset=UTF-8";

    private final CSVPrinter printer;

    public CsvSheet(OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\ufeff');
        printer = new CSVPrinter(writer, CSVFormat.EXCEL);
    }

    @Override
    public void title(String title, String about, List<String> headers) throws IOException {
        printer.printRecord(title);
        printer.printRecord(about);
        printer.printRecord(headers);
    }

    @Override
    public void row(List<Object> cells) throws IOException {
        printer.printRecord(cells.stream()
                .map(cell -> cell instanceof String text ? harmless(text) : cell)
                .toArray());
    }

    @Override
    public void flush() throws IOException {
        printer.flush();
    }

    @Override
    public void end() throws IOException {
        printer.flush();
    }

    /** A text that a spreadsheet would take for a formula is kept from being one; nothing stays nothing. */
    public static String harmless(String text) {
        return text == null || text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
