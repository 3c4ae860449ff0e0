package org.shouwang.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    private static final WarmUp WARM_UP = new WarmUp(1, 3, 5);

    @Test
    void a_warm_up_ends_with_the_first_part_that_is_hardly_faster_but_not_before_the_least() {
        assertThat(parts(100, 101, 102, 103)).isEqualTo(3);
        assertThat(parts(100, 200, 300, 310, 400)).isEqualTo(4);
        assertThat(parts(100, 200, 300, 290)).isEqualTo(4);
    }

    @Test
    void a_warm_up_that_gets_faster_and_faster_ends_with_the_most_parts() {
        assertThat(parts(100, 200, 300, 400, 500, 600)).isEqualTo(5);
    }

    @Test
    void a_single_part_is_a_whole_warm_up() {
        assertThat(WARM_UP.once().over(List.of(1.0))).isTrue();
    }

    @Test
    void a_row_with_a_pace_gets_faster_by_what_its_call_takes() {
        var before = new Measured(800, 100, 20_000, 50_000, Used.NOTHING);
        var after = new Measured(800, 99, 10_000, 50_000, Used.NOTHING);
        assertThat(Row.VISIBLE_100.speed(after)).isGreaterThan(1.9 * Row.VISIBLE_100.speed(before));
        assertThat(Row.APPEND.speed(after)).isLessThan(Row.APPEND.speed(before));
    }

    @Test
    void every_row_but_those_of_one_long_call_is_warmed_up() {
        for (var sizes : List.of(Sizes.QUICK, Sizes.FULL))
            assertThat(Arrays.stream(Row.values())
                            .filter(row -> sizes.warmUp(row).least() == 0))
                    .containsExactlyInAnyOrderElementsOf(
                            EnumSet.of(Row.REBUILD, Row.REBUILD_EACH, Row.IMPORT, Row.REBUILD_HOUSEHOLD));
    }

    @Test
    void rows_of_young_processes_are_warmed_up_in_several_parts() {
        for (var sizes : List.of(Sizes.QUICK, Sizes.FULL))
            assertThat(EnumSet.of(Row.FEED_LAG, Row.VISIBLE_IDLE, Row.VISIBLE_100, Row.HTTP))
                    .allMatch(row -> sizes.warmUp(row).least() > 1);
    }

    private static int parts(double... speeds) {
        var all = Arrays.stream(speeds).boxed().toList();
        var parts = 1;
        while (!WARM_UP.over(all.subList(0, parts))) parts++;
        return parts;
    }
}
