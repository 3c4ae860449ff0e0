package org.shouwang.monitoring.identification;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.inbox.Consumer;
import org.shouwang.monitoring.identification.CaseCommand.Lapse;

/** A household that is no longer kept is neither identified nor watched out for: its cases lapse. */
@Singleton
class HouseholdEndConsumer extends Consumer {

    record HouseholdDeactivated(LocalDate on) {}

    private final Cases cases;
    private final CaseTable table;
    private final Clock clock;

    HouseholdEndConsumer(Cases cases, CaseTable table, Clock clock) {
        super("household.events");
        this.cases = cases;
        this.table = table;
        this.clock = clock;
        on("HouseholdDeactivated", HouseholdDeactivated.class, this::ended);
    }

    private Uni<?> ended(StatelessSession session, HouseholdDeactivated e, Envelope envelope) {
        var cause = causedBy(envelope, clock);
        return table.ofHousehold(session, envelope.stream()).chain(all -> Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(
                        id -> cases.handle(session, id, new Lapse(e.on()), cause, OptionalLong.empty()))
                .collect()
                .asList());
    }
}
