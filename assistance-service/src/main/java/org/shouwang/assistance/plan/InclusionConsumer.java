package org.shouwang.assistance.plan;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.assistance.facts.KnownObjects;
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
            String grade,
            LocalDate includedOn,
            Integer planDays,
            Integer measureDays,
            String areaCode) {}

    record ObjectGraded(String grade) {}

    record GradeChanged(String to) {}

    record RiskAdded(String risk, LocalDate on) {}

    record AfterRemoval(BigDecimal wage, BigDecimal transfer) {}

    record RiskRemoved(int episode, LocalDate removedOn, AfterRemoval afterRemoval) {}

    record RemovalRevoked(int episode, LocalDate on) {}

    record ObjectVoided(int episode, LocalDate on) {}

    record HomeVisited(LocalDate visitedOn, boolean greenChannel) {}

    record CaseRejected(LocalDate decidedOn) {}

    record CaseWithdrawn(LocalDate on) {}

    record CaseLapsed(LocalDate on) {}

    record RemovalProposed(UUID householdId, LocalDate proposedOn) {}

    record RemovalRejected(LocalDate rejectedOn) {}

    private final Plans plans;
    private final Clock clock;

    InclusionConsumer(Plans plans, KnownObjects known, Clock clock) {
        super("monitoring.events");
        this.plans = plans;
        this.clock = clock;
        on("ObjectIncluded", ObjectIncluded.class, (session, e, envelope) -> {
            var risks = e.risks() == null ? List.<String>of() : e.risks();
            return known.included(
                            session, envelope.stream(), e.episode(), e.areaCode(), e.grade(), risks, e.includedOn())
                    .chain(() -> give(
                            session,
                            envelope,
                            envelope.stream(),
                            new Include(
                                    e.episode(),
                                    e.caseId(),
                                    e.areaCode(),
                                    risks,
                                    e.planDays(),
                                    e.measureDays(),
                                    e.includedOn())));
        });
        on(
                "ObjectGraded",
                ObjectGraded.class,
                (session, e, envelope) -> known.graded(session, envelope.stream(), e.grade()));
        on(
                "GradeChanged",
                GradeChanged.class,
                (session, e, envelope) -> known.graded(session, envelope.stream(), e.to()));
        on("RiskAdded", RiskAdded.class, (session, e, envelope) -> known.riskAdded(session, envelope.stream(), e.risk())
                .chain(() -> give(session, envelope, envelope.stream(), new AddRisk(e.risk(), e.on()))));
        on("RiskRemoved", RiskRemoved.class, (session, e, envelope) -> {
            var after = e.afterRemoval() == null ? new AfterRemoval(null, null) : e.afterRemoval();
            return known.removed(session, envelope.stream(), e.episode(), e.removedOn(), after.wage(), after.transfer())
                    .chain(() -> give(
                            session,
                            envelope,
                            envelope.stream(),
                            new End(e.episode(), Closing.RISK_REMOVED, e.removedOn())));
        });
        on("RemovalRevoked", RemovalRevoked.class, (session, e, envelope) -> known.revived(
                        session, envelope.stream(), e.episode())
                .chain(() -> give(session, envelope, envelope.stream(), new Reopen(e.episode(), e.on()))));
        on("ObjectVoided", ObjectVoided.class, (session, e, envelope) -> known.voided(
                        session, envelope.stream(), e.episode(), e.on())
                .chain(() -> give(
                        session, envelope, envelope.stream(), new End(e.episode(), Closing.OBJECT_VOIDED, e.on()))));
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
        on(
                "RemovalProposed",
                RemovalProposed.class,
                (session, e, _) -> known.removalProposed(session, e.householdId(), e.proposedOn()));
        on(
                "RemovalRejected",
                RemovalRejected.class,
                (session, _, envelope) -> known.removalProposed(session, envelope.subject(), null));
    }

    private Uni<?> give(StatelessSession session, Envelope envelope, UUID household, PlanCommand command) {
        return plans.handle(session, household, command, causedBy(envelope, clock), OptionalLong.empty());
    }
}
