package org.shouwang.household.succession;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.EventShapes;

class PromisesTest {

    @Test
    void what_it_reads_is_published() throws IOException {
        EventShapes.assertPromised(List.of(new SuccessionConsumer(null)), "household-service");
    }
}
