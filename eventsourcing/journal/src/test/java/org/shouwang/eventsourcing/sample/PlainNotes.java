package org.shouwang.eventsourcing.sample;

import java.util.List;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Streams;

/** Notes without a read model; made where they are needed, because the events of two kinds in a service have different names. */
public class PlainNotes extends Streams<NoteCommand, NoteDecider.Note, NoteEvent> {

    public PlainNotes(Journal journal) {
        super(journal, "plain-note", new NoteDecider(), new EventCatalog<>(NoteEvent.class), List.of());
    }

    @Override
    protected String area(NoteDecider.Note note) {
        return note == null ? null : note.area();
    }
}
