package org.shouwang.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The short form of the drills, on the services as they were built. */
class ShortDrillsTest {

    @Test
    void nothing_is_lost_doubled_or_out_of_order() {
        var home = Path.of("../..").toAbsolutePath().normalize();
        var outcomes = new Drills(home, new Drill.Scale(true, 4)).together(Set.of(1, 2, 3, 8));
        outcomes.forEach(outcome -> Progress.say("%s", outcome.result().line()));
        assertThat(outcomes).hasSize(4).allMatch(Drills.Outcome::nothing);
    }
}
