package org.shouwang.household;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.testing.EventShapes;
import org.shouwang.household.area.AreaEvent;
import org.shouwang.household.consent.ConsentEvent;
import org.shouwang.household.duplicate.DuplicateEvent;
import org.shouwang.household.grid.GridEvent;
import org.shouwang.household.income.IncomeEvent;
import org.shouwang.household.registry.HouseholdEvent;
import org.shouwang.household.roster.ImportEvent;
import org.shouwang.household.safeguard.SafeguardEvent;
import org.shouwang.household.screening.DeliveryEvent;
import org.shouwang.household.screening.MatchEvent;
import org.shouwang.household.staff.StaffEvent;

class EventsTest {

    /** {@code -Dapprove} writes them anew. */
    @Test
    void stored_and_published_shapes_are_as_approved() throws IOException {
        EventShapes.assertApproved(
                new EventCatalog<>(HouseholdEvent.class),
                new EventCatalog<>(IncomeEvent.class),
                new EventCatalog<>(SafeguardEvent.class),
                new EventCatalog<>(ConsentEvent.class),
                new EventCatalog<>(DuplicateEvent.class),
                new EventCatalog<>(StaffEvent.class),
                new EventCatalog<>(AreaEvent.class),
                new EventCatalog<>(GridEvent.class),
                new EventCatalog<>(ImportEvent.class),
                new EventCatalog<>(DeliveryEvent.class),
                new EventCatalog<>(MatchEvent.class));
    }
}
