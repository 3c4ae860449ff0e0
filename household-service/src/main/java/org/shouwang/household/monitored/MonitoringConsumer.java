package org.shouwang.household.monitored;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.eventsourcing.inbox.Consumer;

/** Keeps in mind which households are watched, and as what. */
@Singleton
class MonitoringConsumer extends Consumer {

    record ObjectIncluded(MonitoredType type) {}

    record ObjectTyped(MonitoredType type) {}

    record RiskRemoved() {}

    record RemovalRevoked() {}

    record ObjectVoided() {}

    MonitoringConsumer() {
        super("monitoring.events");
        on(
                "ObjectIncluded",
                ObjectIncluded.class,
                (session, e, envelope) -> MonitoredHouseholds.included(session, envelope.subject(), e.type()));
        on(
                "ObjectTyped",
                ObjectTyped.class,
                (session, e, envelope) -> MonitoredHouseholds.typed(session, envelope.subject(), e.type()));
        on(
                "RiskRemoved",
                RiskRemoved.class,
                (session, _, envelope) ->
                        MonitoredHouseholds.state(session, envelope.subject(), MonitoredState.REMOVED));
        on(
                "RemovalRevoked",
                RemovalRevoked.class,
                (session, _, envelope) ->
                        MonitoredHouseholds.state(session, envelope.subject(), MonitoredState.ACTIVE));
        on(
                "ObjectVoided",
                ObjectVoided.class,
                (session, _, envelope) -> MonitoredHouseholds.voided(session, envelope.subject()));
    }

    @Override
    public List<String> tables() {
        return List.of("monitored_household");
    }
}
