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
}
