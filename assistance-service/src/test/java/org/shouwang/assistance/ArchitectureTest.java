package org.shouwang.assistance;

import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.ArchitectureRules;

class ArchitectureTest {

    @Test
    void the_rules_of_the_house_hold() {
        ArchitectureRules.check("org.shouwang.assistance");
    }
}
