package org.shouwang.monitoring.topic;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.monitoring.topic.SweepDecider.Sweep;

/** All sweeps about one topic. */
@Singleton
class TopicSweeps extends Streams<SweepCommand, Sweep, SweepEvent> {

    TopicSweeps(Journal journal, @All List<Projection<SweepEvent>> projections) {
        super(journal, "topic-sweep", new SweepDecider(), new EventCatalog<>(SweepEvent.class), projections);
    }

    @Override
    protected String area(Sweep state) {
        return state.started() == null ? null : state.started().areaCode();
    }
}
