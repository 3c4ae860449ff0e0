package org.shouwang.bench.ours;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.bench.NoteEvent;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;

/** Streams with a read model, as services have them. */
@Singleton
public class Notes extends Streams<Note, NoteDecider.Noted, NoteEvent> {

    Notes(Journal journal, @All List<Projection<NoteEvent>> projections) {
        super(journal, "note", new NoteDecider(), new EventCatalog<>(NoteEvent.class), projections);
    }

    @Override
    protected String area(NoteDecider.Noted noted) {
        return noted.area();
    }
}
