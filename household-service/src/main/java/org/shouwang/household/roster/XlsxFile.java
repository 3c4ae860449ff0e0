package org.shouwang.household.roster;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.shouwang.household.roster.RosterFile.Line;

/** Reads the first visible sheet of a workbook row by row; only the table of distinct texts is held, at most 96 MB of it. */
final class XlsxFile {

    private static final long MOST_UNPACKED = 1L << 30;
    private static final long MOST_TEXTS = 96L << 20;
    private static final int MOST_COLUMNS = 300;

    /** A numeral holds 15 digits exactly; a number of more is no longer what was typed in. */
    private static final BigDecimal EXACT = BigDecimal.TEN.pow(15);

    /** Written as a spreadsheet shows it, so that csv files saved from one are found out in the same way. */
    private static final String LOST_DIGITS = "1E+18";

    private XlsxFile() {}

    static void read(Path file, Consumer<Line> lines) {
        checkSizes(file);
        try (var workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
                var rows = sheet(workbook).openStream()) {
            rows.forEach(row -> {
                var line = line(row);
                if (!line.blank()) lines.accept(line);
            });
        } catch (IOException | ExcelReaderException e) {
            throw new RosterProblem(RosterRule.FILE_BROKEN);
        }
    }

    /** An archive may unpack to far more than it weighs: what it says of itself is not believed. */
    private static void checkSizes(Path file) {
        var total = 0L;
        var buffer = new byte[1 << 16];
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                var texts = entry.getName().endsWith("sharedStrings.xml");
                var size = 0L;
                try (var in = zip.getInputStream(entry)) {
                    for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        size += read;
                        if (total + size > MOST_UNPACKED || texts && size > MOST_TEXTS)
                            throw new RosterProblem(RosterRule.FILE_TOO_LARGE);
                    }
                }
                total += size;
            }
            if (zip.getEntry("[Content_Types].xml") == null) throw new RosterProblem(RosterRule.FILE_KIND);
        } catch (IOException | IllegalArgumentException e) {
            throw new RosterProblem(RosterRule.FILE_BROKEN);
        }
    }

    private static Sheet sheet(ReadableWorkbook workbook) {
        return workbook.getSheets()
                .filter(s -> s.getVisibility() == SheetVisibility.VISIBLE)
                .findFirst()
                .orElseThrow(() -> new RosterProblem(RosterRule.FILE_EMPTY));
    }

    private static Line line(Row row) {
        var cells = new ArrayList<String>(row.getCellCount());
        for (var i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
            var cell = row.getCell(i);
            cells.add(cell == null ? "" : text(cell));
        }
        return new Line(row.getRowNum(), cells);
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> number(cell);
            case BOOLEAN -> cell.asBoolean() ? "是" : "否";
            case FORMULA -> formula(cell);
            case STRING -> cell.asString();
            case EMPTY, ERROR -> "";
        };
    }

    private static String number(Cell cell) {
        var format = cell.getDataFormatString();
        if (format != null && (format.contains("yy") || format.contains("YY")))
            return cell.asDate().toLocalDate().toString();
        var value = cell.asNumber();
        return value.abs().compareTo(EXACT) >= 0
                ? LOST_DIGITS
                : value.stripTrailingZeros().toPlainString();
    }

    private static String formula(Cell cell) {
        var value = cell.getValue();
        return value == null || cell.getType() == CellType.ERROR
                ? ""
                : cell.getRawValue() == null ? value.toString() : cell.getRawValue();
    }
}
