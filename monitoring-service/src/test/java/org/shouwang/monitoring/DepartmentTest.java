package org.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DepartmentTest {

    @Test
    void each_code_has_its_word_and_stands_in_the_description_of_the_api() {
        assertThat(Department.values()).hasSize(18);
        assertThat(Arrays.stream(Department.values()).map(Department::zh)).doesNotHaveDuplicates();
        for (var department : Department.values())
            assertThat(Department.CODES).contains(department.name() + " " + department.zh());
    }

    @Test
    void what_is_no_code_stays_as_it_is() {
        assertThat(Department.zh("WATER")).isEqualTo("水务");
        assertThat(Department.zh("water-clerk")).isEqualTo("water-clerk");
        assertThat(Department.unknown(List.of("MEDINS", "HOSPITAL", "HOSPITAL")))
                .containsExactly("HOSPITAL");
    }
}
