package org.shouwang.assistance.facts;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.inbox.Consumer;

/**
 * Keeps in mind who is monitored, since when and why. Comes before who acts on the same event, so that whoever sees the plan that an
 * inclusion opens finds it known. A move is taken from monitoring too, which keeps it in order with the inclusion.
 */
@Priority(10)
@Singleton
public class ObjectConsumer extends Consumer {

    record ObjectIncluded(int episode, List<String> risks, String grade, LocalDate includedOn, String areaCode) {}

    record ObjectGraded(String grade) {}

    record GradeChanged(String to) {}

    record RiskAdded(String risk) {}

    record AfterRemoval(BigDecimal wage, BigDecimal transfer) {}

    record RiskRemoved(int episode, LocalDate removedOn, AfterRemoval afterRemoval) {}

    record RemovalRevoked(int episode) {}

    record ObjectVoided(int episode, LocalDate on) {}

    record ObjectMoved(String to) {}

    record RemovalProposed(UUID householdId, LocalDate proposedOn) {}

    record RemovalRejected() {}

    ObjectConsumer(KnownObjects known) {
        super("monitoring.events");
        on(
                "ObjectIncluded",
                ObjectIncluded.class,
                (session, e, envelope) -> known.included(
                        session,
                        envelope.stream(),
                        e.episode(),
                        e.areaCode(),
                        e.grade(),
                        e.risks() == null ? List.of() : e.risks(),
                        e.includedOn()));
        on(
                "ObjectGraded",
                ObjectGraded.class,
                (session, e, envelope) -> known.graded(session, envelope.stream(), e.grade()));
        on(
                "GradeChanged",
                GradeChanged.class,
                (session, e, envelope) -> known.graded(session, envelope.stream(), e.to()));
        on(
                "RiskAdded",
                RiskAdded.class,
                (session, e, envelope) -> known.riskAdded(session, envelope.stream(), e.risk()));
        on("RiskRemoved", RiskRemoved.class, (session, e, envelope) -> {
            var after = e.afterRemoval() == null ? new AfterRemoval(null, null) : e.afterRemoval();
            return known.removed(
                    session, envelope.stream(), e.episode(), e.removedOn(), after.wage(), after.transfer());
        });
        on(
                "RemovalRevoked",
                RemovalRevoked.class,
                (session, e, envelope) -> known.revived(session, envelope.stream(), e.episode()));
        on(
                "ObjectVoided",
                ObjectVoided.class,
                (session, e, envelope) -> known.voided(session, envelope.stream(), e.episode(), e.on()));
        on("ObjectMoved", ObjectMoved.class, (session, e, envelope) -> known.moved(session, envelope.stream(), e.to()));
        on(
                "RemovalProposed",
                RemovalProposed.class,
                (session, e, _) -> known.removalProposed(session, e.householdId(), e.proposedOn()));
        on(
                "RemovalRejected",
                RemovalRejected.class,
                (session, _, envelope) -> known.removalProposed(session, envelope.subject(), null));
    }

    @Override
    public List<String> tables() {
        return List.of("known_object");
    }
}
