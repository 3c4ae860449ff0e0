package org.shouwang.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    @Test
    void every_row_of_ours_alone_says_why_it_has_no_peers() {
        var reasons = Explanation.of(Sizes.FULL).split("Rows without peers")[1].split("A checkpoint goes")[0];
        var alone = Arrays.stream(Row.values())
                .filter(row -> row.subjects.size() == 1 && row.subjects.contains(Subject.OURS));
        assertThat(alone.toList()).isNotEmpty().allMatch(row -> reasons.contains("**" + row.label() + "**"));
    }

    @Test
    void the_warm_up_is_said_as_it_is() {
        assertThat(Explanation.of(Sizes.FULL))
                .contains("appends, loads and commands: 2 to 4 parts of 1.2 s each")
                .contains("visible-100: 2 to 4 parts of 4.0 s, the visible ones at 5 times their pace")
                .contains("read-all: 1 part of 1.2 s")
                .contains("less than 5 % faster");
        assertThat(Explanation.of(Sizes.QUICK)).contains("appends, loads and commands: 1 part of 0.3 s each");
    }
}
