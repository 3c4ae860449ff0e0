package org.shouwang.assistance.plan;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.UUID;
import org.shouwang.assistance.plan.PlanCommand.Begin;
import org.shouwang.assistance.plan.PlanCommand.Evaluate;
import org.shouwang.eventsourcing.inbox.Consumer;

/** A plan follows its measures and reviews: the first start sets it in progress, a good review makes it evaluated. */
@Singleton
public class ProgressConsumer extends Consumer {

    record MeasureStarted(UUID householdId, int episode, LocalDate on) {}

    record EffectReviewed(UUID householdId, int episode, LocalDate reviewedOn, String conclusion) {}

    ProgressConsumer(Plans plans, Clock clock) {
        super("assistance.events");
        on(
                "MeasureStarted",
                MeasureStarted.class,
                (session, e, envelope) -> plans.handle(
                        session,
                        e.householdId(),
                        new Begin(e.episode(), e.on()),
                        causedBy(envelope, clock).under(envelope.policy()),
                        OptionalLong.empty()));
        on(
                "EffectReviewed",
                EffectReviewed.class,
                (session, e, envelope) -> "EFFECTIVE".equals(e.conclusion())
                        ? plans.handle(
                                session,
                                e.householdId(),
                                new Evaluate(e.episode(), envelope.stream(), e.reviewedOn()),
                                causedBy(envelope, clock).under(envelope.policy()),
                                OptionalLong.empty())
                        : Uni.createFrom().nullItem());
    }
}
