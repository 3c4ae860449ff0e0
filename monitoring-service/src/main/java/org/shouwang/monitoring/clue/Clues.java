package org.shouwang.monitoring.clue;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;

/** All clues. */
@Singleton
public class Clues extends Streams<ClueCommand, Clue, ClueEvent> {

    Clues(Journal journal, @All List<Projection<ClueEvent>> projections) {
        super(journal, "clue", new ClueDecider(), new EventCatalog<>(ClueEvent.class), projections);
    }

    @Override
    protected String area(Clue state) {
        return state.clue() == null ? null : state.clue().areaCode();
    }

    @Override
    protected UUID subject(UUID stream, Clue state) {
        return state.household() == null ? stream : state.household();
    }
}
