package org.shouwang.household.duplicate;

import jakarta.inject.Singleton;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.journal.RowPerStream;
import org.shouwang.household.duplicate.DuplicateEvent.*;

/** One row per member whose number was asked for elsewhere, for the list of its village. */
@Singleton
class DuplicateTable extends RowPerStream<DuplicateEvent, DuplicateTable.Row> {

    @Entity(name = "DuplicateRow")
    @Table(name = "duplicate_id")
    static class Row {
        @Id
        public UUID id;

        public UUID household;
        public UUID member;
        public String areaCode = "";
        public String county = "";
        public LocalDate detectedOn;
        public boolean open;
        public Boolean stays;
        public String statement;
        public LocalDate resolvedOn;

        public Instant recordedAt;
        public String recordedBy;
        public String recordedRole;
    }

    DuplicateTable() {
        super(Row.class);
    }

    @Override
    public List<String> tables() {
        return List.of("duplicate_id");
    }

    @Override
    protected Row begin(UUID duplicate) {
        var row = new Row();
        row.id = duplicate;
        return row;
    }

    @Override
    protected void written(Row row, Envelope by) {
        row.recordedAt = by.recordedAt();
        row.recordedBy = by.actor().user();
        row.recordedRole = by.actor().role();
    }

    @Override
    protected void apply(Row row, DuplicateEvent event) {
        switch (event) {
            case DuplicateIdDetected e -> {
                row.household = e.householdId();
                row.member = e.memberId();
                row.areaCode = e.areaCode();
                row.county = e.county();
                row.detectedOn = e.on();
                row.open = true;
                row.stays = null;
                row.statement = null;
                row.resolvedOn = null;
            }
            case DuplicateIdResolved e -> {
                row.open = false;
                row.stays = e.stays();
                row.statement = e.statement() == null ? null : e.statement().text();
                row.resolvedOn = e.on();
            }
            case DuplicateIdMoved e -> row.areaCode = e.to();
        }
    }
}
