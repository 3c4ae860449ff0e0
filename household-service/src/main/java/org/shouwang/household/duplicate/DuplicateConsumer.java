package org.shouwang.household.duplicate;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.inbox.Consumer;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.household.duplicate.DuplicateCommand.Leave;

/** A member that leaves, alone or with its whole household, settles what was asked of its village. */
@Singleton
class DuplicateConsumer extends Consumer {

    record MemberRemoved(UUID memberId) {}

    record HouseholdDeactivated() {}

    private final Duplicates duplicates;
    private final Clock clock;

    DuplicateConsumer(Duplicates duplicates, Clock clock) {
        super("household.events");
        this.duplicates = duplicates;
        this.clock = clock;
        on(
                "MemberRemoved",
                MemberRemoved.class,
                (session, e, envelope) -> left(
                        session,
                        Sql.rows(
                                session,
                                "select id from duplicate_id where household = $1 and member = $2 and open",
                                envelope.stream(),
                                e.memberId()),
                        envelope));
        on(
                "HouseholdDeactivated",
                HouseholdDeactivated.class,
                (session, _, envelope) -> left(
                        session,
                        Sql.rows(
                                session,
                                "select id from duplicate_id where household = $1 and open order by id",
                                envelope.stream()),
                        envelope));
    }

    private Uni<?> left(StatelessSession session, Uni<List<Object[]>> open, Envelope envelope) {
        var cause = causedBy(envelope, clock);
        return open.chain(rows -> Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(row -> duplicates.handle(
                        session, (UUID) row[0], new Leave(envelope.occurredOn()), cause, OptionalLong.empty()))
                .collect()
                .asList());
    }
}
