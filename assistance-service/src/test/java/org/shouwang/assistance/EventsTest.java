package org.shouwang.assistance;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.shouwang.assistance.effect.EffectEvent;
import org.shouwang.assistance.helper.HelperEvent;
import org.shouwang.assistance.measure.MeasureEvent;
import org.shouwang.assistance.plan.PlanEvent;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.testing.EventShapes;

/** What is stored and published is a promise: {@code -Dapprove} makes a new one. */
class EventsTest {

    @Test
    void the_stored_shapes_are_as_approved() throws IOException {
        EventShapes.assertApproved(
                new EventCatalog<>(PlanEvent.class),
                new EventCatalog<>(HelperEvent.class),
                new EventCatalog<>(MeasureEvent.class),
                new EventCatalog<>(EffectEvent.class));
    }
}
