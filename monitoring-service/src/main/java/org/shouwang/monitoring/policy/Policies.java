package org.shouwang.monitoring.policy;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.monitoring.Guard;
import org.shouwang.monitoring.policy.PolicyCommand.Publish;

/** All policies, and the question which of them holds: the longest area prefix wins, then the latest version. */
@Singleton
public class Policies extends Streams<PolicyCommand, Policy, PolicyEvent> {

    private final Journal journal;

    Policies(Journal journal, @All List<Projection<PolicyEvent>> projections) {
        super(journal, "policy", new PolicyDecider(), new EventCatalog<>(PolicyEvent.class), projections);
        this.journal = journal;
    }

    @Override
    protected String area(Policy state) {
        return state.last() == null ? null : area(state.last().areaPrefix());
    }

    /** The terms in force in a village on a day; refuses where there are none. */
    public Uni<PolicyTerms> inForce(StatelessSession session, String areaCode, LocalDate day) {
        return PolicyTable.inForce(session, areaCode, day)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().failure(new Refused(Guard.POLICY_NOT_FOUND, areaCode, day.toString()))
                        : Uni.createFrom().item(found.getFirst()));
    }

    /** The cause under the policy that is in force in a village on a day; as it is where there is none. */
    public Uni<Cause> under(StatelessSession session, Cause cause, String areaCode, LocalDate day) {
        return PolicyTable.inForce(session, areaCode, day)
                .map(found ->
                        found.isEmpty() ? cause : cause.under(found.getFirst().ref()));
    }

    /** Versions that hold in the scope or around it. */
    public Uni<List<PolicyTerms>> all(String scope) {
        return journal.read(session -> PolicyTable.all(session, scope));
    }

    /** One publication at a time, so that two at once cannot overlap. */
    Uni<Outcome> publish(PolicyTerms terms, Cause cause, OptionalLong expected) {
        return handle(
                stream(terms.policyId()),
                session -> Sql.rows(session, "select pg_advisory_xact_lock(hashtext('policy'))::text")
                        .chain(() -> PolicyTable.overlapping(session, terms))
                        .map(others -> new Publish(terms, others)),
                cause,
                expected);
    }

    static UUID stream(String policyId) {
        return UUID.nameUUIDFromBytes(("policy/" + policyId).getBytes(StandardCharsets.UTF_8));
    }

    private static String area(String prefix) {
        return prefix + "0".repeat(12 - prefix.length());
    }
}
