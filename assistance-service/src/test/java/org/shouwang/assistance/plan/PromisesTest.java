package org.shouwang.assistance.plan;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.EventShapes;

/** What is read here of monitoring's events, and of this service's own, is what is promised. */
class PromisesTest {

    @Test
    void inclusions_removals_and_visits() throws IOException {
        EventShapes.assertPromised(List.of(new InclusionConsumer(null, null)), "monitoring-service");
    }

    @Test
    void measures_and_reviews() throws IOException {
        EventShapes.assertPromised(List.of(new ProgressConsumer(null, null)), "assistance-service");
    }
}
