package org.shouwang.monitoring.facts;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.inbox.Consumer;
import org.shouwang.eventsourcing.journal.Sql;

/** Keeps that a department has delivered the figures of a period, whatever is in them. */
@Priority(10)
@Singleton
class ScreeningBatchConsumer extends Consumer {

    record ScreeningBatchReceived(String dept, String areaCode, String period) {}

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
    }

    @Override
    public List<String> tables() {
        return List.of("delivery_fact");
    }
}
