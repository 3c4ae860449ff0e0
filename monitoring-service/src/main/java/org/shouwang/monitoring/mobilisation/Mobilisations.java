package org.shouwang.monitoring.mobilisation;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.monitoring.mobilisation.MobilisationDecider.Mobilisation;

/** All mobilisation meetings; who holds one strikes its tasks out. */
@Singleton
class Mobilisations extends Streams<MobilisationCommand, Mobilisation, MobilisationEvent> {

    Mobilisations(Journal journal, @All List<Projection<MobilisationEvent>> projections) {
        super(
                journal,
                "mobilisation",
                new MobilisationDecider(),
                new EventCatalog<>(MobilisationEvent.class),
                projections);
    }

    @Override
    protected String area(Mobilisation state) {
        return state.held() == null ? null : state.held().areaCode();
    }
}
