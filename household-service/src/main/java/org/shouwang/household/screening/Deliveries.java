package org.shouwang.household.screening;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;

/** All that departments delivered. */
@Singleton
class Deliveries extends Streams<DeliveryCommand, Delivery, DeliveryEvent> {

    Deliveries(Journal journal, @All List<Projection<DeliveryEvent>> projections) {
        super(journal, "delivery", new DeliveryDecider(), new EventCatalog<>(DeliveryEvent.class), projections);
    }

    @Override
    protected String area(Delivery state) {
        return state.received() == null ? null : state.received().areaCode();
    }
}
