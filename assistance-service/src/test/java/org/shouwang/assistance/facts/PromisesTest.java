package org.shouwang.assistance.facts;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.EventShapes;

/** What is read here of households is what their service promises. */
class PromisesTest {

    @Test
    void households_members_and_tags() throws IOException {
        EventShapes.assertPromised(List.of(new HouseholdConsumer(new KnownHouseholds())), "household-service");
    }
}
