package org.shouwang.household.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WaterStandardsTest {

    /** Figures as they are usual, and these areas. */
    private record Usual(Map<String, Local> areas) implements WaterStandards {

        @Override
        public int litres() {
            return 35;
        }

        @Override
        public int fetchMinutes() {
            return 20;
        }

        @Override
        public int horizontalMetres() {
            return 800;
        }

        @Override
        public int verticalMetres() {
            return 80;
        }

        @Override
        public int stopDays() {
            return 36;
        }
    }

    private record Dry(OptionalInt litres, OptionalInt stopDays) implements WaterStandards.Local {

        @Override
        public OptionalInt fetchMinutes() {
            return OptionalInt.empty();
        }

        @Override
        public OptionalInt horizontalMetres() {
            return OptionalInt.empty();
        }

        @Override
        public OptionalInt verticalMetres() {
            return OptionalInt.empty();
        }
    }

    @Test
    void the_smallest_area_that_has_a_standard_counts_and_what_it_leaves_out_is_as_elsewhere() {
        var standards = new Usual(Map.of(
                "6107", new Dry(OptionalInt.of(25), OptionalInt.of(40)),
                "610727101", new Dry(OptionalInt.of(20), OptionalInt.empty())));
        assertThat(standards.of("450181108226")).isEqualTo(new Water.Standard(35, 20, 800, 80, 36));
        assertThat(standards.of("610727105208")).isEqualTo(new Water.Standard(25, 20, 800, 80, 40));
        assertThat(standards.of("610727101201")).isEqualTo(new Water.Standard(20, 20, 800, 80, 36));
    }

    @Test
    void without_areas_one_standard_holds_everywhere() {
        assertThat(new Usual(Map.of()).of("610727101201")).isEqualTo(new Water.Standard(35, 20, 800, 80, 36));
    }
}
