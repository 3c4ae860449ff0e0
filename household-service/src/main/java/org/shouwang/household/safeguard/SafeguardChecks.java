package org.shouwang.household.safeguard;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.household.safeguard.SafeguardEvent.SafeguardCheckMoved;

/** All safeguard checks. */
@Singleton
public class SafeguardChecks extends Streams<SafeguardCommand, SafeguardDecider.Checked, SafeguardEvent> {

    SafeguardChecks(Journal journal, @All List<Projection<SafeguardEvent>> projections) {
        super(journal, "safeguard", new SafeguardDecider(), new EventCatalog<>(SafeguardEvent.class), projections);
    }

    /** Id of the event that says what counts; null where nothing is written down. A move says nothing of the check itself. */
    Uni<UUID> last(StatelessSession session, UUID check) {
        return events(session, check).map(SafeguardChecks::last);
    }

    static UUID last(List<Recorded<SafeguardEvent>> events) {
        return events.reversed().stream()
                .filter(recorded -> !(recorded.event() instanceof SafeguardCheckMoved))
                .findFirst()
                .map(recorded -> recorded.envelope().id())
                .orElse(null);
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
