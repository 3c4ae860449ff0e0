package org.shouwang.household.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaterStandardsTest {

    private static final String AT = "shouwang.safeguard.water.";

    @Test
    void the_smallest_area_that_has_a_standard_counts_and_what_it_leaves_out_is_as_elsewhere() {
        var standards = with(Map.of("areas.6107.litres", "25", "areas.610727101.litres", "20", "areas.610727101.stop-days", "60"));
        assertThat(standards.of("450181108226")).isEqualTo(new Water.Standard(35, 20, 800, 80, 36));
        assertThat(standards.of("610727105208")).isEqualTo(new Water.Standard(25, 20, 800, 80, 36));
        assertThat(standards.of("610727101201")).isEqualTo(new Water.Standard(20, 20, 800, 80, 60));
    }

    @Test
    void without_areas_one_standard_holds_everywhere() {
        assertThat(with(Map.of()).of("610727101201")).isEqualTo(new Water.Standard(35, 20, 800, 80, 36));
    }

    private static WaterStandards with(Map<String, String> areas) {
        var settings = new HashMap<>(Map.of(
                AT + "litres", "35",
                AT + "fetch-minutes", "20",
                AT + "horizontal-metres", "800",
                AT + "vertical-metres", "80",
                AT + "stop-days", "36"));
        areas.forEach((key, value) -> settings.put(AT + key, value));
        return new SmallRyeConfigBuilder()
                .withMapping(WaterStandards.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(WaterStandards.class);
    }
}
