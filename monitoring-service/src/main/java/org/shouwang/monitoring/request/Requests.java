package org.shouwang.monitoring.request;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;

/** All that households asked for. */
@Singleton
public class Requests extends Streams<RequestCommand, HouseholdRequest, RequestEvent> {

    Requests(Journal journal, @All List<Projection<RequestEvent>> projections) {
        super(journal, "request", new RequestDecider(), new EventCatalog<>(RequestEvent.class), projections);
    }

    @Override
    protected String area(HouseholdRequest state) {
        return state.recorded() == null ? null : state.recorded().areaCode();
    }

    @Override
    protected UUID subject(UUID stream, HouseholdRequest state) {
        return state.recorded() == null ? stream : state.recorded().householdId();
    }
}
