package org.shouwang.household.objectroster;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.inbox.Consumer;
import org.shouwang.eventsourcing.journal.Sql;

/** Keeps who helps each household and which measures there are, as the roster shows it. */
@Singleton
class RosterAssistanceConsumer extends Consumer {

    record HelperAssigned(String helper) {}

    record HelperHandedOver(String to) {}

    record HelperReleased() {}

    record MeasurePlanned(UUID householdId, int episode) {}

    record MeasureCancelled() {}

    RosterAssistanceConsumer() {
        super("assistance.events");
        on(
                "HelperAssigned",
                HelperAssigned.class,
                (session, e, envelope) -> helper(session, envelope.stream(), e.helper()));
        on(
                "HelperHandedOver",
                HelperHandedOver.class,
                (session, e, envelope) -> helper(session, envelope.stream(), e.to()));
        on(
                "HelperReleased",
                HelperReleased.class,
                (session, _, envelope) ->
                        Sql.update(session, "delete from roster_helper where id = $1", envelope.stream()));
        on(
                "MeasurePlanned",
                MeasurePlanned.class,
                (session, e, envelope) -> Sql.update(
                        session,
                        "insert into roster_measure values ($1, $2, $3) on conflict (id) do nothing",
                        envelope.stream(),
                        e.householdId(),
                        e.episode()));
        on(
                "MeasureCancelled",
                MeasureCancelled.class,
                (session, _, envelope) ->
                        Sql.update(session, "delete from roster_measure where id = $1", envelope.stream()));
    }

    @Override
    public List<String> tables() {
        return List.of("roster_helper", "roster_measure");
    }

    private static Uni<Integer> helper(StatelessSession session, UUID household, String helper) {
        return Sql.update(
                session,
                "insert into roster_helper values ($1, $2) on conflict (id) do update set helper = $2",
                household,
                helper);
    }
}
