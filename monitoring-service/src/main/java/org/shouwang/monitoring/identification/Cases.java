package org.shouwang.monitoring.identification;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.monitoring.policy.FormerTerms;

/** All identification cases. */
@Singleton
public class Cases extends Streams<CaseCommand, IdentificationCase, CaseEvent> {

    static final EventCatalog<CaseEvent> CATALOG = new EventCatalog<>(CaseEvent.class, FormerTerms.of("CaseOpened"));

    Cases(Journal journal, @All List<Projection<CaseEvent>> projections) {
        super(journal, "case", new CaseDecider(), CATALOG, projections);
    }

    @Override
    protected String area(IdentificationCase state) {
        return state.areaCode();
    }

    @Override
    protected UUID subject(UUID stream, IdentificationCase state) {
        return state.householdId();
    }
}
