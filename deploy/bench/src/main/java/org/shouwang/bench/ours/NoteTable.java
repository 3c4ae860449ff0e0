package org.shouwang.bench.ours;

import jakarta.inject.Singleton;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.shouwang.bench.NoteEvent;
import org.shouwang.eventsourcing.journal.RowPerStream;

/** A row per stream: read, changed and written, as the read models of services are. */
@Singleton
public class NoteTable extends RowPerStream<NoteEvent, NoteTable.Row> {

    /** What was noted of one stream, in yuan. */
    @Entity(name = "NoteRow")
    @Table(name = "note")
    public static class Row {
        @Id
        public UUID id;

        public String area = "";
        public int statements;
        public BigDecimal total = BigDecimal.ZERO;
        public int year;
        public String statedBy = "";
        public String remark = "";
    }

    NoteTable() {
        super(Row.class);
    }

    @Override
    public List<String> tables() {
        return List.of("note");
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
            case NoteEvent.IncomeNoted e -> {
                row.area = e.area();
                row.statements++;
                row.total = row.total.add(NoteDecider.total(e));
                row.year = e.year();
                row.statedBy = e.statedBy();
                row.remark = e.remark();
            }
        }
    }
}
