package org.shouwang.monitoring.removal;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Streams.Outcome;
import org.shouwang.monitoring.object.ObjectCommand;
import org.shouwang.monitoring.object.Objects;
import org.shouwang.monitoring.policy.Policies;

/** Decisions of the county that turn a household's course back, each under the policy of its day. */
@Singleton
class Reversals {

    private final Journal journal;
    private final Objects objects;
    private final RemovalInputs inputs;
    private final Policies policies;

    Reversals(Journal journal, Objects objects, RemovalInputs inputs, Policies policies) {
        this.journal = journal;
        this.objects = objects;
        this.inputs = inputs;
        this.policies = policies;
    }

    Uni<Outcome> handle(UUID household, ObjectCommand command, Cause cause, OptionalLong expected) {
        Function<StatelessSession, Uni<Outcome>> work = session -> inputs.object(session, household, cause.actor())
                .chain(object -> policies.inForce(session, object.areaCode(), cause.occurredOn()))
                .chain(terms -> objects.handle(session, household, command, cause.under(terms.ref()), expected));
        return expected.isPresent() ? journal.once(work) : journal.transaction(work);
    }
}
