package org.shouwang.monitoring.removal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WhyTest {

    @Test
    void a_code_and_its_values_are_a_sentence_in_both_languages() {
        assertThat(Why.zh(Why.INCOME_AND_LINE.of("7910.00", "7000.00"))).isEqualTo("人均纯收入7910.00元，监测线7000.00元");
        assertThat(Why.en(Why.INCOME_AND_LINE.of("7910.00", "7000.00")))
                .isEqualTo("7910.00 yuan per person, line 7000.00");
        assertThat(Why.zh(Why.SAFEGUARDS_WANTING.of("HOUSING,WATER"))).isEqualTo("不达标或不清楚：住房安全、饮水安全");
        assertThat(Why.en(Why.SAFEGUARDS_WANTING.of("HOUSING,WATER"))).isEqualTo("wanting: HOUSING、WATER");
        assertThat(Why.zh(Why.RISKS_LEFT.of("01"))).isEqualTo("仍有风险：因病");
        assertThat(Why.zh(Why.NO_DEVELOPMENTAL.of())).startsWith("有劳动能力");
    }

    @Test
    void what_was_stored_before_is_shown_as_it_is() {
        assertThat(Why.zh("not before 2022-05-15")).isEqualTo("not before 2022-05-15");
        assertThat(Why.en("7910.00 / 7000.00")).isEqualTo("7910.00 / 7000.00");
        assertThat(Why.zh(null)).isNull();
    }
}
