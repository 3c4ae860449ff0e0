package org.shouwang.assistance.plan;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.assistance.plan.Plan.Closed;
import org.shouwang.assistance.plan.Plan.None;
import org.shouwang.assistance.plan.Plan.Open;
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

    @Override
    protected String area(Plan state) {
        return switch (state) {
            case None _ -> null;
            case Open p -> p.areaCode();
            case Closed c -> c.plan().areaCode();
        };
    }
}
