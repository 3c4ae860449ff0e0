package org.shouwang.bench.ours;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.bench.NoteEvent;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;

/** A row per stream: read, changed and written, as the read models of services are. */
@Singleton
public class NoteTable implements Projection<NoteEvent> {

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

    @Override
    public List<String> tables() {
        return List.of("note");
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
