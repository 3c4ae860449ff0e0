package org.shouwang.eventsourcing.sample;

import jakarta.inject.Singleton;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.journal.RowPerStream;
import org.shouwang.eventsourcing.sample.NoteEvent.*;

@Singleton
public class NoteLines extends RowPerStream<NoteEvent, NoteLines.Row> {

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

    NoteLines() {
        super(Row.class);
    }

    @Override
    public List<String> tables() {
        return List.of("note_line");
    }

    @Override
    protected Row begin(UUID note) {
        var row = new Row();
        row.id = note;
        return row;
    }

    @Override
    protected void apply(Row row, NoteEvent event) {
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
