package org.shouwang.household.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Reads what was answered as a table. */
public final class Sheets {

    private Sheets() {}

    public static List<List<String>> csv(Response answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        var text = new String(answer.asByteArray(), StandardCharsets.UTF_8);
        try (var lines = CSVFormat.EXCEL.parse(new StringReader(text.substring(1)))) {
            return lines.stream().map(line -> line.toList()).toList();
        }
    }

    public static List<Row> xlsx(Response answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(answer.asByteArray()))) {
            return workbook.getFirstSheet().read();
        }
    }

    /** The lines that hold a text, without their numbers. */
    public static List<List<String>> with(List<List<String>> lines, String text) {
        return lines.stream()
                .filter(line -> line.contains(text))
                .map(line -> line.subList(1, line.size()))
                .toList();
    }
}
