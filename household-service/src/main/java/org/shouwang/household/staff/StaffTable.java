package org.shouwang.household.staff;

import jakarta.inject.Singleton;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.journal.RowPerStream;
import org.shouwang.household.staff.StaffEvent.*;

/** One row per user who has a name. */
@Singleton
class StaffTable extends RowPerStream<StaffEvent, StaffTable.Row> {

    @Entity(name = "StaffRow")
    @Table(name = "staff")
    static class Row {
        @Id
        public UUID id;

        public String userId = "";
        public String areaCode = "";
        public String name = "";

        public Instant recordedAt;
        public String recordedBy;
        public String recordedRole;
    }

    StaffTable() {
        super(Row.class);
    }

    @Override
    public List<String> tables() {
        return List.of("staff");
    }

    @Override
    protected Row begin(UUID stream) {
        var row = new Row();
        row.id = stream;
        return row;
    }

    @Override
    protected void written(Row row, Envelope by) {
        row.recordedAt = by.recordedAt();
        row.recordedBy = by.actor().user();
        row.recordedRole = by.actor().role();
    }

    @Override
    protected void apply(Row row, StaffEvent event) {
        switch (event) {
            case StaffNamed e -> {
                row.userId = e.userId();
                row.areaCode = e.areaCode();
                row.name = e.name().text();
            }
        }
    }
}
