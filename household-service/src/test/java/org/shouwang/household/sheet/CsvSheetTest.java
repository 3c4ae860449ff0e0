package org.shouwang.household.sheet;

import static org.assertj.core.api.Assertions.assertThat;

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
    void a_phone_shows_its_first_three_and_last_four_digits() {
        assertThat(Phone.masked("13900000000")).isEqualTo("139****0000");
        assertThat(Phone.masked("12345678")).isEqualTo("123*5678");
        assertThat(Phone.masked("1234567")).isEqualTo("*******");
        assertThat(Phone.masked(null)).isNull();
    }
}
