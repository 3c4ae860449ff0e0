package org.shouwang.monitoring.facts;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.inbox.Consumer;
import org.shouwang.eventsourcing.journal.Sql;

/** Keeps that a department has delivered the figures of a period, whatever is in them, and what they add up to for each household. */
@Priority(10)
@Singleton
class ScreeningBatchConsumer extends Consumer {

    record ScreeningBatchReceived(String dept, String areaCode, String period) {}

    record MatchedRow(UUID household, String item, BigDecimal value) {

        boolean counts() {
            return item != null && value != null;
        }
    }

    record ScreeningRowsMatched(UUID deliveryId, List<MatchedRow> rows) {}

    private static final String ADD = """
            insert into delivered_total as t (delivery, household, item, total)
            select $1::uuid, n.household, n.item, sum(n.value::numeric) from unnest($2::uuid[], $3::text[], $4::text[]) n(household, item, value)
            group by n.household, n.item order by n.household, n.item
            on conflict (delivery, household, item) do update set total = t.total + excluded.total""";

    ScreeningBatchConsumer() {
        super("household.events");
        on(
                "ScreeningBatchReceived",
                ScreeningBatchReceived.class,
                (session, e, envelope) -> Sql.update(
                        session,
                        "insert into delivery_fact (id, dept, scope, period, received_on) values ($1, $2, $3, $4, $5) on conflict (id) do nothing",
                        envelope.stream(),
                        e.dept(),
                        Actor.scope(e.areaCode()),
                        e.period(),
                        envelope.occurredOn()));
        on("ScreeningRowsMatched", ScreeningRowsMatched.class, (session, e, _) -> add(session, e));
    }

    private static Uni<Integer> add(StatelessSession session, ScreeningRowsMatched e) {
        var rows = e.rows().stream().filter(MatchedRow::counts).toList();
        return rows.isEmpty()
                ? Uni.createFrom().item(0)
                : Sql.update(
                        session,
                        ADD,
                        e.deliveryId(),
                        rows.stream().map(MatchedRow::household).toArray(UUID[]::new),
                        rows.stream().map(MatchedRow::item).toArray(String[]::new),
                        rows.stream().map(row -> row.value().toPlainString()).toArray(String[]::new));
    }

    @Override
    public List<String> tables() {
        return List.of("delivery_fact", "delivered_total");
    }
}
