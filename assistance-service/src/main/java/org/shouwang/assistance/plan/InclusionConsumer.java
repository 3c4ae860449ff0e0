package org.shouwang.assistance.plan;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.assistance.plan.PlanCommand.*;
import org.shouwang.assistance.plan.PlanEvent.Closing;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.inbox.Consumer;

/** An inclusion opens the household's plan; a removal closes it, a revoked removal opens it again, a re-entry begins the next episode. */
@Singleton
public class InclusionConsumer extends Consumer {

    record ObjectIncluded(
            int episode,
            UUID caseId,
            List<String> risks,
            LocalDate includedOn,
            Integer planDays,
            Integer measureDays,
            String areaCode) {}

    record RiskAdded(String risk, LocalDate on) {}

    record RiskRemoved(int episode, LocalDate removedOn) {}

    record RemovalRevoked(int episode, LocalDate on) {}

    record ObjectVoided(int episode, LocalDate on) {}

    record HomeVisited(LocalDate visitedOn, boolean greenChannel) {}

    record CaseRejected(LocalDate decidedOn) {}

    record CaseWithdrawn(LocalDate on) {}

    record CaseLapsed(LocalDate on) {}

    private final Plans plans;
    private final Clock clock;

    InclusionConsumer(Plans plans, Clock clock) {
        super("monitoring.events");
        this.plans = plans;
        this.clock = clock;
        on(
                "ObjectIncluded",
                ObjectIncluded.class,
                (session, e, envelope) -> give(
                        session,
                        envelope,
                        envelope.stream(),
                        new Include(
                                e.episode(),
                                e.caseId(),
                                e.areaCode(),
                                e.risks() == null ? List.of() : e.risks(),
                                e.planDays(),
                                e.measureDays(),
                                e.includedOn())));
        on(
                "RiskAdded",
                RiskAdded.class,
                (session, e, envelope) -> give(session, envelope, envelope.stream(), new AddRisk(e.risk(), e.on())));
        on(
                "RiskRemoved",
                RiskRemoved.class,
                (session, e, envelope) -> give(
                        session,
                        envelope,
                        envelope.stream(),
                        new End(e.episode(), Closing.RISK_REMOVED, e.removedOn())));
        on(
                "RemovalRevoked",
                RemovalRevoked.class,
                (session, e, envelope) -> give(session, envelope, envelope.stream(), new Reopen(e.episode(), e.on())));
        on(
                "ObjectVoided",
                ObjectVoided.class,
                (session, e, envelope) -> give(
                        session, envelope, envelope.stream(), new End(e.episode(), Closing.OBJECT_VOIDED, e.on())));
        on(
                "HomeVisited",
                HomeVisited.class,
                (session, e, envelope) -> e.greenChannel()
                        ? give(
                                session,
                                envelope,
                                envelope.subject(),
                                new OpenEarly(envelope.stream(), envelope.area(), e.visitedOn()))
                        : Uni.createFrom().nullItem());
        on(
                "CaseRejected",
                CaseRejected.class,
                (session, e, envelope) -> give(
                        session, envelope, envelope.subject(), new AbandonEarly(envelope.stream(), e.decidedOn())));
        on(
                "CaseWithdrawn",
                CaseWithdrawn.class,
                (session, e, envelope) ->
                        give(session, envelope, envelope.subject(), new AbandonEarly(envelope.stream(), e.on())));
        on(
                "CaseLapsed",
                CaseLapsed.class,
                (session, e, envelope) ->
                        give(session, envelope, envelope.subject(), new AbandonEarly(envelope.stream(), e.on())));
    }

    /** What follows from an event is decided under that event's policy, where it has one. */
    private Uni<?> give(StatelessSession session, Envelope envelope, UUID household, PlanCommand command) {
        return plans.handle(
                session, household, command, causedBy(envelope, clock).under(envelope.policy()), OptionalLong.empty());
    }
}
