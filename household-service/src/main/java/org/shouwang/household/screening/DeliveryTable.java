package org.shouwang.household.screening;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.household.screening.DeliveryEvent.ScreeningBatchClosed;
import org.shouwang.household.screening.DeliveryEvent.ScreeningBatchMatched;
import org.shouwang.household.screening.DeliveryEvent.ScreeningBatchReceived;

/** One row per delivery, for lists and for who goes on with it. */
@Singleton
class DeliveryTable implements Projection<DeliveryEvent> {

    @Override
    public List<String> tables() {
        return List.of("screening_delivery");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID id, List<Recorded<DeliveryEvent>> events) {
        var done = Uni.createFrom().voidItem();
        for (var recorded : events)
            done = done.chain(() -> row(session, id, recorded).replaceWithVoid());
        return done;
    }

    private static Uni<Integer> row(StatelessSession session, UUID id, Recorded<DeliveryEvent> recorded) {
        return switch (recorded.event()) {
            case ScreeningBatchReceived e ->
                Sql.update(
                        session,
                        """
                        insert into screening_delivery (id, dept, area, period, item, state, format, rows, faulty, stated_total, received_on,
                          recorded_at)
                        values ($1, $2, $3, $4, $5, 'RECEIVED', $6, $7, $8, $9, $10, $11)""",
                        id,
                        e.dept(),
                        e.areaCode(),
                        e.period(),
                        e.item(),
                        e.format().name(),
                        e.rows(),
                        e.faulty(),
                        e.statedTotal(),
                        recorded.envelope().occurredOn(),
                        recorded.envelope().recordedAt().atOffset(ZoneOffset.UTC));
            case ScreeningBatchMatched _ ->
                Sql.update(session, "update screening_delivery set state = 'MATCHED' where id = $1", id);
            case ScreeningBatchClosed e ->
                Sql.update(
                        session,
                        "update screening_delivery set state = 'CLOSED', reason = $2, repeated = $3 where id = $1",
                        id,
                        e.reason() == null ? null : e.reason().name(),
                        e.repeated().stream().map(String::valueOf).collect(Collectors.joining(",")));
        };
    }
}
