package org.shouwang.household.safeguard;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;

/** All safeguard checks. */
@Singleton
public class SafeguardChecks extends Streams<SafeguardCommand, SafeguardDecider.Checked, SafeguardEvent> {

    SafeguardChecks(Journal journal, @All List<Projection<SafeguardEvent>> projections) {
        super(journal, "safeguard", new SafeguardDecider(), new EventCatalog<>(SafeguardEvent.class), projections);
    }

    @Override
    protected String area(SafeguardDecider.Checked state) {
        return state == null ? null : state.areaCode();
    }

    @Override
    protected UUID subject(UUID stream, SafeguardDecider.Checked state) {
        return state == null ? stream : state.event().householdId();
    }
}
