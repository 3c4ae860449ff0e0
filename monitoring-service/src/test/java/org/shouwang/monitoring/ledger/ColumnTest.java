package org.shouwang.monitoring.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnTest {

    @Test
    void who_must_act_is_a_department_by_its_word_or_a_user_by_his_id() {
        var warnings = Ledger.WARNINGS;
        var row = new Object[15];
        var at = warnings.headers().indexOf("责任单位");
        row[at + 1] = "MEDINS";
        assertThat(warnings.cells(row).get(at)).isEqualTo("医保");
        row[at + 1] = "village-head";
        assertThat(warnings.cells(row).get(at)).isEqualTo("village-head");
    }

    @Test
    void how_a_month_was_visited_is_written_in_words_and_so_is_that_it_was_not() {
        var checks = Ledger.CHECKS;
        var row = new Object[12];
        var at = checks.headers().indexOf("方式");
        row[at + 1] = "ON_SITE";
        assertThat(checks.cells(row).get(at)).isEqualTo("入户");
        row[at + 1] = "PHONE";
        assertThat(checks.cells(row).get(at)).isEqualTo("电话");
        row[at + 1] = "MISSED";
        assertThat(checks.cells(row).get(at)).isEqualTo("未走访");
    }
}
