package org.shouwang.eventsourcing.sample;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;

@Singleton
public class Notes extends Streams<NoteCommand, NoteDecider.Note, NoteEvent> {

    Notes(Journal journal, @All List<Projection<NoteEvent>> projections) {
        super(journal, "note", new NoteDecider(), new EventCatalog<>(NoteEvent.class), projections);
    }

    @Override
    protected String area(NoteDecider.Note note) {
        return note == null ? null : note.area();
    }
}
