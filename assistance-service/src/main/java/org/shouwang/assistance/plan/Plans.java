package org.shouwang.assistance.plan;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.assistance.plan.Plan.Closed;
import org.shouwang.assistance.plan.Plan.None;
import org.shouwang.assistance.plan.Plan.Open;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.Cause.PolicyRef;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;

/** The plans of all households; the stream of one is its household's id. */
@Singleton
public class Plans extends Streams<PlanCommand, Plan, PlanEvent> {

    Plans(Journal journal, @All List<Projection<PlanEvent>> projections) {
        super(journal, "plan", new PlanDecider(), new EventCatalog<>(PlanEvent.class), projections);
    }

    /** What follows from an event is decided under that event's policy, where it has one. */
    Uni<Outcome> follow(StatelessSession session, UUID household, PlanCommand command, Cause cause, PolicyRef policy) {
        var under = policy == null ? cause : cause.under(policy.id(), policy.version());
        return handle(session, household, command, under, OptionalLong.empty());
    }

    @Override
    protected String area(Plan state) {
        return switch (state) {
            case None _ -> null;
            case Open p -> p.areaCode();
            case Closed c -> c.plan().areaCode();
        };
    }
}
