package org.shouwang.eventsourcing.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvSheetTest {

    @Test
    void nothing_that_somebody_typed_is_carried_out() {
        for (var text : List.of("=1+1", "+1", "-1", "@A1", "\t=1", "\r=1"))
            assertThat(CsvSheet.harmless(text)).isEqualTo("'" + text);
        for (var text : List.of("", "赵甲", "1=1", " =1"))
            assertThat(CsvSheet.harmless(text)).isEqualTo(text);
        assertThat(CsvSheet.harmless(null)).isNull();
    }

    @Test
    void what_is_empty_stays_empty_and_numbers_stay_numbers() throws IOException {
        var out = new ByteArrayOutputStream();
        var file = new CsvSheet(out);
        file.title("台账", "数据日期：2021-12-01", List.of("序号", "说明", "差"));
        file.row(Arrays.asList(1, null, -2));
        file.row(List.of(2, "", "-2"));
        file.end();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\ufeff台账\r\n数据日期：2021-12-01\r\n序号,说明,差\r\n1,,-2\r\n2,,'-2\r\n");
    }
}
