package org.shouwang.assistance.helper;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.assistance.helper.Helper.Assigned;
import org.shouwang.assistance.helper.Helper.Nobody;
import org.shouwang.assistance.helper.Helper.Vacant;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;

/** The helpers of all households; the stream of one is its household's id. */
@Singleton
public class Helpers extends Streams<HelperCommand, Helper, HelperEvent> {

    Helpers(Journal journal, @All List<Projection<HelperEvent>> projections) {
        super(journal, "helper", new HelperDecider(), new EventCatalog<>(HelperEvent.class), projections);
    }

    @Override
    protected String area(Helper state) {
        return switch (state) {
            case Nobody _ -> null;
            case Assigned h -> h.areaCode();
            case Vacant v -> v.areaCode();
        };
    }
}
