package org.shouwang.household.screening;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.household.screening.MatchDecider.Rows;
import org.shouwang.household.screening.MatchEvent.ScreeningRowsMatched;

/** What became of the rows: a stream for each page of a delivery, and for each row that a person decided about. */
@Singleton
class Matches extends Streams<MatchCommand, Rows, MatchEvent> {

    Matches(Journal journal, @All List<Projection<MatchEvent>> projections) {
        super(journal, "match", new MatchDecider(), new EventCatalog<>(MatchEvent.class), projections);
    }

    @Override
    protected String area(Rows state) {
        return state.areaCode();
    }

    /** A row that a person matched is about its household, a page about many. */
    @Override
    protected UUID subject(UUID stream, Rows state) {
        return state.decision() instanceof ScreeningRowsMatched e
                        && e.rows().size() == 1
                        && stream.equals(row(e.deliveryId(), e.rows().getFirst().row()))
                ? e.rows().getFirst().household()
                : stream;
    }

    static UUID page(UUID delivery, int page) {
        return UUID.nameUUIDFromBytes((delivery + "/page/" + page).getBytes(StandardCharsets.UTF_8));
    }

    static UUID row(UUID delivery, int row) {
        return UUID.nameUUIDFromBytes((delivery + "/row/" + row).getBytes(StandardCharsets.UTF_8));
    }
}
