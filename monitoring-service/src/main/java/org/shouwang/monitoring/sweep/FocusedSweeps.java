package org.shouwang.monitoring.sweep;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.monitoring.sweep.FocusedSweep.*;

/** All focused sweeps. */
@Singleton
class FocusedSweeps extends Streams<FocusedSweepCommand, FocusedSweep, FocusedSweepEvent> {

    FocusedSweeps(Journal journal, @All List<Projection<FocusedSweepEvent>> projections) {
        super(journal, "sweep", new FocusedSweepDecider(), new EventCatalog<>(FocusedSweepEvent.class), projections);
    }

    @Override
    protected String area(FocusedSweep state) {
        return switch (state) {
            case Unknown _ -> null;
            case Running s -> s.started().areaCode();
            case Finished s -> s.started().areaCode();
        };
    }
}
