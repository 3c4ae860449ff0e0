package org.shouwang.monitoring.evaluation;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;

/** All re-evaluations. */
@Singleton
class Runs extends Streams<RunCommand, Run, RunEvent> {

    Runs(Journal journal, @All List<Projection<RunEvent>> projections) {
        super(journal, "reevaluation", new RunDecider(), new EventCatalog<>(RunEvent.class), projections);
    }

    @Override
    protected String area(Run state) {
        return state.started() == null ? null : state.started().areaCode();
    }
}
