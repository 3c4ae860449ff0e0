package org.shouwang.household.safeguard;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.household.safeguard.SafeguardEvent.*;

/** One row per safeguard check, for lists. */
@Singleton
class SafeguardTable implements Projection<SafeguardEvent> {

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
    }

    @Override
    public List<String> tables() {
        return List.of("safeguard_check");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID check, List<Recorded<SafeguardEvent>> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(recorded -> switch (recorded.event()) {
                    case SafeguardChecked e -> session.upsert(row(check, e));
                    case SafeguardCheckMoved _ -> Uni.createFrom().voidItem();
                })
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static Row row(UUID check, SafeguardChecked e) {
        var row = new Row();
        row.id = check;
        row.household = e.householdId();
        row.checkedOn = e.checkedOn();
        row.method = e.method().name();
        row.results = String.join(
                ",",
                e.items().stream()
                        .sorted(java.util.Comparator.comparing(SafeguardItem::indicator))
                        .map(i -> i.indicator() + "=" + i.result())
                        .toList());
        return row;
    }
}
