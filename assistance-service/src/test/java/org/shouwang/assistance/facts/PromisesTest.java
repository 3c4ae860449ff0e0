package org.shouwang.assistance.facts;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.EventShapes;

/** What is read here of households, and of those that are monitored, is what their services promise. */
class PromisesTest {

    @Test
    void households_members_and_tags() throws IOException {
        EventShapes.assertPromised(List.of(new HouseholdConsumer(new KnownHouseholds())), "household-service");
    }

    @Test
    void monitored_households() throws IOException {
        EventShapes.assertPromised(List.of(new ObjectConsumer(new KnownObjects())), "monitoring-service");
    }
}
