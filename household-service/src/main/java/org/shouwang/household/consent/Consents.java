package org.shouwang.household.consent;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.household.consent.Consent.Given;

/** All consents. */
@Singleton
public class Consents extends Streams<ConsentCommand, Consent, ConsentEvent> {

    Consents(Journal journal, @All List<Projection<ConsentEvent>> projections) {
        super(journal, "consent", new ConsentDecider(), new EventCatalog<>(ConsentEvent.class), projections);
    }

    @Override
    protected String area(Consent state) {
        return state instanceof Given given ? given.areaCode() : null;
    }

    @Override
    protected UUID subject(UUID stream, Consent state) {
        return state instanceof Given given ? given.granted().householdId() : stream;
    }
}
