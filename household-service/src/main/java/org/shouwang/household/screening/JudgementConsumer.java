package org.shouwang.household.screening;

import static java.util.stream.Collectors.joining;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.inbox.Consumer;
import org.shouwang.household.screening.DeliveryStore.Judged;

/** Writes beside the rows what the rules said of them, so that the department finds all of it where it delivered. */
@Singleton
class JudgementConsumer extends Consumer {

    record Hit(String ruleId, UUID clueId) {}

    record Result(int row, String outcome, List<Hit> hits) {}

    record ScreeningRowsJudged(UUID deliveryId, List<Result> results) {}

    JudgementConsumer() {
        super("monitoring.events");
        on(
                "ScreeningRowsJudged",
                ScreeningRowsJudged.class,
                (session, e, _) -> DeliveryStore.judged(
                        session,
                        e.deliveryId(),
                        e.results().stream().map(JudgementConsumer::judged).toList()));
    }

    private static Judged judged(Result r) {
        return new Judged(
                r.row(),
                r.outcome(),
                r.hits().isEmpty() ? null : r.hits().stream().map(Hit::ruleId).collect(joining(",")),
                r.hits().isEmpty()
                        ? null
                        : r.hits().stream().map(h -> h.clueId().toString()).collect(joining(",")));
    }
}
