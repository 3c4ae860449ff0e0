package org.shouwang.eventsourcing.sample;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.sample.NoteEvent.*;

@Singleton
public class NoteLines implements Projection<NoteEvent> {

    @Entity(name = "NoteLine")
    @Table(name = "note_line")
    public static class Row {
        @Id
        public UUID id;

        public String area = "";
        public int lines;
        public String last = "";
        public String owner = "";
    }

    @Override
    public List<String> tables() {
        return List.of("note_line");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID note, List<Recorded<NoteEvent>> events) {
        return session.get(Row.class, note)
                .onItem()
                .ifNull()
                .continueWith(() -> {
                    var row = new Row();
                    row.id = note;
                    return row;
                })
                .invoke(row -> events.forEach(e -> apply(row, e.event())))
                .chain(session::upsert);
    }

    private static void apply(Row row, NoteEvent event) {
        switch (event) {
            case NoteOpened e -> {
                row.area = e.area();
                row.owner = e.owner().name();
            }
            case LineWritten e -> {
                row.lines++;
                row.last = e.text();
            }
        }
    }
}
