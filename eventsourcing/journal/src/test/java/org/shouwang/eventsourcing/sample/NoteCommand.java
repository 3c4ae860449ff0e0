package org.shouwang.eventsourcing.sample;

import java.util.List;

public sealed interface NoteCommand {

    record Open(String area, NoteEvent.Owner owner, List<NoteEvent.Reader> readers) implements NoteCommand {}

    record Write(String... texts) implements NoteCommand {}
}
