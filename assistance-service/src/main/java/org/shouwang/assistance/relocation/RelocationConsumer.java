package org.shouwang.assistance.relocation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.assistance.helper.HelperCommand;
import org.shouwang.assistance.helper.Helpers;
import org.shouwang.assistance.measure.MeasureCommand;
import org.shouwang.assistance.measure.MeasureLedger;
import org.shouwang.assistance.measure.Measures;
import org.shouwang.assistance.plan.PlanCommand;
import org.shouwang.assistance.plan.Plans;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.inbox.Consumer;

/** A household that moves takes its plan, its measures and its helper's post along, so that its new village sees them. */
@Singleton
public class RelocationConsumer extends Consumer {

    record HouseholdMoved(String toArea, LocalDate on) {}

    private final Plans plans;
    private final Helpers helpers;
    private final Measures measures;
    private final MeasureLedger ledger;
    private final Clock clock;

    RelocationConsumer(Plans plans, Helpers helpers, Measures measures, MeasureLedger ledger, Clock clock) {
        super("household.events");
        this.plans = plans;
        this.helpers = helpers;
        this.measures = measures;
        this.ledger = ledger;
        this.clock = clock;
        on("HouseholdMoved", HouseholdMoved.class, this::moved);
    }

    private Uni<?> moved(StatelessSession session, HouseholdMoved e, Envelope envelope) {
        var household = envelope.stream();
        var cause = causedBy(envelope, clock);
        var none = OptionalLong.empty();
        return plans.handle(session, household, new PlanCommand.Move(e.toArea(), e.on()), cause, none)
                .chain(() ->
                        helpers.handle(session, household, new HelperCommand.Move(e.toArea(), e.on()), cause, none))
                .chain(() -> ledger.ofHousehold(session, household))
                .chain(all -> Multi.createFrom()
                        .iterable(all)
                        .onItem()
                        .transformToUniAndConcatenate(m -> measures.handle(
                                session, m.id(), new MeasureCommand.Move(e.toArea(), e.on()), cause, none))
                        .collect()
                        .asList());
    }
}
