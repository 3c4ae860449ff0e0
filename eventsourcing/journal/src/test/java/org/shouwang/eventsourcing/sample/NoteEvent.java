package org.shouwang.eventsourcing.sample;

import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.Personal;

/** A small language to try the journal with. */
public sealed interface NoteEvent {

    record Owner(String name, String phone) implements Personal {}

    record Reader(UUID reader, Owner person) {}

    record NoteOpened(String area, Owner owner, List<Reader> readers) implements NoteEvent {}

    record LineWritten(String text) implements NoteEvent {}
}
