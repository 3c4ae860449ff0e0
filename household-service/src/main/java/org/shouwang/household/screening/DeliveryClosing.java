package org.shouwang.household.screening;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Streams.Outcome;
import org.shouwang.household.screening.DeliveryCommand.Close;
import org.shouwang.household.screening.DeliveryEvent.ScreeningBatchClosed;

/** A delivery is closed by a person once each row is settled; where its total was stated wrongly, that person says what is wrong. */
@Singleton
class DeliveryClosing {

    private final Journal journal;
    private final Deliveries deliveries;

    DeliveryClosing(Journal journal, Deliveries deliveries) {
        this.journal = journal;
        this.deliveries = deliveries;
    }

    /** @param reason null where nothing is to be explained @param repeated rows that mean what another row means */
    Uni<Outcome> close(UUID id, TotalReason reason, List<Integer> repeated, Cause cause, OptionalLong expected) {
        var rows = repeated.stream().distinct().sorted().toList();
        return journal.transaction(
                session -> DeliveryStore.open(session, id).chain(open -> DeliveryStore.has(session, id, rows)
                        .chain(known -> deliveries.handle(
                                session,
                                id,
                                new Close(new ScreeningBatchClosed(reason, rows), open, known),
                                cause,
                                expected))));
    }
}
