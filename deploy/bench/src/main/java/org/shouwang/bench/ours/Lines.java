package org.shouwang.bench.ours;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.bench.NoteEvent;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Streams;

/** The streams of {@link Notes} seen by a second read model that no command has to keep in step: the row {@code rebuild-each}. */
@Singleton
public class Lines extends Streams<Note, NoteDecider.Noted, NoteEvent> {

    Lines(Journal journal) {
        super(journal, "note", new NoteDecider(), new EventCatalog<>(NoteEvent.class), List.of(new NoteLines()));
    }

    @Override
    protected String area(NoteDecider.Noted noted) {
        return noted.area();
    }
}
