package org.shouwang.eventsourcing.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

class XlsxSheetTest {

    @Test
    void a_sheet_bears_its_title_and_keeps_texts_and_numbers_apart() throws IOException {
        var out = new ByteArrayOutputStream();
        var file = new XlsxSheet(out);
        file.title("台账", "数据日期：2021-12-01", List.of("序号", "说明", "差"));
        file.row(Arrays.asList(1, null, -2));
        file.row(List.of(2, "=1+1", "-2"));
        file.end();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var sheet = workbook.getFirstSheet();
            assertThat(sheet.getName()).isEqualTo("台账");
            var rows = sheet.read();
            assertThat(rows).hasSize(5);
            assertThat(rows.get(2).getCellText(1)).isEqualTo("说明");
            assertThat(rows.get(3).getCellAsNumber(2).orElseThrow()).isEqualByComparingTo("-2");
            assertThat(rows.get(4).getCellAsString(1)).contains("=1+1");
            assertThat(rows.get(4).getCellAsString(2)).contains("-2");
        }
    }
}
