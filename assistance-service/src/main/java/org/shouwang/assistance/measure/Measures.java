package org.shouwang.assistance.measure;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.shouwang.assistance.measure.Measure.Planned;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;

/** All measures. */
@Singleton
public class Measures extends Streams<MeasureCommand, Measure, MeasureEvent> {

    Measures(Journal journal, @All List<Projection<MeasureEvent>> projections) {
        super(journal, "measure", new MeasureDecider(), new EventCatalog<>(MeasureEvent.class), projections);
    }

    @Override
    protected String area(Measure state) {
        return state instanceof Planned m ? m.areaCode() : null;
    }

    @Override
    protected UUID subject(UUID stream, Measure state) {
        return state instanceof Planned m ? m.householdId() : stream;
    }
}
