package org.shouwang.monitoring.object;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;

/** All monitored households; the stream of one is its household's id. */
@Singleton
public class Objects extends Streams<ObjectCommand, MonitoredObject, ObjectEvent> {

    Objects(Journal journal, @All List<Projection<ObjectEvent>> projections) {
        super(journal, "object", new ObjectDecider(), new EventCatalog<>(ObjectEvent.class), projections);
    }

    @Override
    protected String area(MonitoredObject state) {
        return state.current() == null ? null : state.current().areaCode();
    }
}
