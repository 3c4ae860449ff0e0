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

    static final EventCatalog<PolicyEvent> CATALOG =
            new EventCatalog<>(PolicyEvent.class, FormerTerms.of("PolicyPublished"));

    private final Journal journal;
    private final PolicyDefaults defaults;

    Policies(Journal journal, PolicyDefaults defaults, @All List<Projection<PolicyEvent>> projections) {
        super(journal, "policy", new PolicyDecider(), CATALOG, projections);
        this.journal = journal;
        this.defaults = defaults;
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

    /** All terms that hold in a village on a day, the one that counts first. */
    public Uni<List<PolicyTerms>> holding(StatelessSession session, String areaCode, LocalDate day) {
        return PolicyTable.inForce(session, areaCode, day);
    }

    /** A version as it was published, whether it is in force or not; refuses where there is none. */
    public Uni<PolicyTerms> version(StatelessSession session, String policyId, int version) {
        return load(session, stream(policyId)).map(current -> {
            if (version < 1 || version > current.state().versions().size())
                throw new Refused(Guard.NOT_FOUND, policyId, Integer.toString(version));
            return current.state().versions().get(version - 1);
        });
    }

    /** A document with all that it leaves out, as the next version; refused where it contradicts itself. Nothing is published. */
    public Uni<PolicyTerms> draft(StatelessSession session, String policyId, PolicyDocument document) {
        return load(session, stream(policyId)).map(current -> {
            var published = current.state();
            var terms = complete(document, policyId, published.versions().size() + 1);
            var wrong = PolicyDecider.contradictions(terms, published.last());
            if (!wrong.isEmpty()) throw new Refused(PolicyRefusal.POLICY_INCONSISTENT, wrong);
            return terms;
        });
    }

    PolicyTerms complete(PolicyDocument document, String policyId, int version) {
        return defaults.complete(document.terms(policyId, version));
    }

    /** All terms in force somewhere on a day, the longest area prefix first, then the latest version. */
    public Uni<List<PolicyTerms>> onDay(StatelessSession session, LocalDate day) {
        return PolicyTable.onDay(session, day);
    }

    /** The cause under the policy that is in force in a village on a day; as it is where there is none. */
    public Uni<Cause> under(StatelessSession session, Cause cause, String areaCode, LocalDate day) {
        return PolicyTable.inForce(session, areaCode, day)
                .map(found ->
                        found.isEmpty() ? cause : cause.under(found.getFirst().ref()));
    }

    /** Versions that hold in the scope or around it. @param on in force on that day; null: all that ever were */
    Uni<List<PolicyVersion>> all(String scope, LocalDate on) {
        return journal.read(session -> PolicyTable.all(session, scope, on));
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
