package org.shouwang.household.consent;

import jakarta.inject.Singleton;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.journal.RowPerStream;
import org.shouwang.household.consent.ConsentEvent.*;

/** One row per consent, for lists and for finding those that end. */
@Singleton
class ConsentTable extends RowPerStream<ConsentEvent, ConsentTable.Row> {

    /** @see Scope */
    @Entity(name = "ConsentRow")
    @Table(name = "consent")
    static class Row {
        @Id
        public UUID id;

        public UUID household;
        public String areaCode = "";
        public String scope = "";
        public LocalDate grantedOn;
        public LocalDate validTo;
        public String status = "";
        public LocalDate endedOn;

        public Instant recordedAt;
        public String recordedBy;
        public String recordedRole;
    }

    ConsentTable() {
        super(Row.class);
    }

    @Override
    public List<String> tables() {
        return List.of("consent");
    }

    @Override
    protected Row begin(UUID consent) {
        var row = new Row();
        row.id = consent;
        return row;
    }

    @Override
    protected void written(Row row, Envelope by) {
        row.recordedAt = by.recordedAt();
        row.recordedBy = by.actor().user();
        row.recordedRole = by.actor().role();
    }

    @Override
    protected void apply(Row row, ConsentEvent event) {
        switch (event) {
            case ConsentGranted e -> {
                row.household = e.householdId();
                row.areaCode = e.areaCode();
                row.scope = e.scope().stream().map(Enum::name).collect(Collectors.joining(","));
                row.grantedOn = e.grantedOn();
                row.validTo = e.validTo();
                row.status = "GRANTED";
            }
            case ConsentMoved e -> row.areaCode = e.to();
            case ConsentWithdrawn e -> ended(row, "WITHDRAWN", e.on());
            case ConsentExpired e -> ended(row, "EXPIRED", e.on());
        }
    }

    private static void ended(Row row, String status, LocalDate on) {
        row.status = status;
        row.endedOn = on;
    }
}
