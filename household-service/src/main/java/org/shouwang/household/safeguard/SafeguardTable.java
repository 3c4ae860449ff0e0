package org.shouwang.household.safeguard;

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
import org.shouwang.household.safeguard.SafeguardEvent.*;

/** One row per safeguard check, for lists. */
@Singleton
class SafeguardTable extends RowPerStream<SafeguardEvent, SafeguardTable.Row> {

    /** The results in the order of {@link Indicator}, parted by commas. */
    @Entity(name = "SafeguardRow")
    @Table(name = "safeguard_check")
    static class Row {
        @Id
        public UUID id;

        public UUID household;
        public LocalDate checkedOn;
        public String method = "";
        public String results = "";

        public Instant recordedAt;
        public String recordedBy;
        public String recordedRole;
    }

    SafeguardTable() {
        super(Row.class);
    }

    @Override
    public List<String> tables() {
        return List.of("safeguard_check");
    }

    @Override
    protected Row begin(UUID check) {
        var row = new Row();
        row.id = check;
        return row;
    }

    @Override
    protected void written(Row row, Envelope by) {
        row.recordedAt = by.recordedAt();
        row.recordedBy = by.actor().user();
        row.recordedRole = by.actor().role();
    }

    @Override
    protected void apply(Row row, SafeguardEvent event) {
        switch (event) {
            case SafeguardChecked e -> checked(row, e);
            case SafeguardCheckCorrected e -> checked(row, e.check());
            case SafeguardCheckMoved _ -> {}
        }
    }

    private static void checked(Row row, SafeguardChecked e) {
        row.household = e.householdId();
        row.checkedOn = e.checkedOn();
        row.method = e.method().name();
        row.results = String.join(
                ",",
                e.items().stream()
                        .sorted(java.util.Comparator.comparing(SafeguardItem::indicator))
                        .map(i -> i.indicator() + "=" + i.result())
                        .toList());
    }
}
