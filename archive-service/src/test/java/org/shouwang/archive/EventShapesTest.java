package org.shouwang.archive;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.shouwang.archive.document.DocumentEvent;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.testing.EventShapes;

class EventShapesTest {

    @Test
    void stored_shapes_are_as_approved() throws IOException {
        EventShapes.assertApproved(new EventCatalog<>(DocumentEvent.class));
    }
}
