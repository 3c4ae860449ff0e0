package org.shouwang.eventsourcing.sample;

import static org.shouwang.eventsourcing.Decision.*;

import java.util.Arrays;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.eventsourcing.journal.Refusal;
import org.shouwang.eventsourcing.sample.NoteCommand.*;
import org.shouwang.eventsourcing.sample.NoteEvent.*;

final class NoteDecider implements Decider<NoteCommand, NoteDecider.Note, NoteEvent> {

    record Note(String area, int lines) {}

    @Override
    public Decision<NoteEvent> decide(NoteCommand command, Note note) {
        return switch (command) {
            case Open c when note == null -> accept(new NoteOpened(c.area(), c.owner(), c.readers()));
            case Open _ -> nothing();
            case Write c
            when note != null ->
                accept(Arrays.stream(c.texts()).map(LineWritten::new).toList());
            case Write _ -> refuse(Refusal.NOT_FOUND, "note");
        };
    }

    @Override
    public Note initial() {
        return null;
    }

    @Override
    public Note evolve(Note note, NoteEvent event) {
        return switch (event) {
            case NoteOpened e -> new Note(e.area(), 0);
            case LineWritten _ -> new Note(note.area(), note.lines() + 1);
        };
    }
}
