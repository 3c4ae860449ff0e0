package org.shouwang.bench.ours;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.bench.NoteEvent;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Streams;

/** Streams without a read model: for the rows in which the others have none either. */
@Singleton
public class Plain extends Streams<Note, NoteDecider.Noted, NoteEvent> {

    Plain(Journal journal) {
        super(journal, "plain", new NoteDecider(), new EventCatalog<>(NoteEvent.class), List.of());
    }

    @Override
    protected String area(NoteDecider.Noted noted) {
        return noted.area();
    }
}
