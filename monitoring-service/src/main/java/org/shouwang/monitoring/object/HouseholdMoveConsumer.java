package org.shouwang.monitoring.object;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.shouwang.eventsourcing.inbox.Consumer;
import org.shouwang.monitoring.object.ObjectCommand.Move;

/** A monitored household that moves is monitored where it moved to. */
@Singleton
class HouseholdMoveConsumer extends Consumer {

    record HouseholdMoved(String toArea, LocalDate on) {}

    HouseholdMoveConsumer(Objects objects, Clock clock) {
        super("household.events");
        on("HouseholdMoved", HouseholdMoved.class, (session, moved, envelope) -> objects.load(
                        session, envelope.stream())
                .chain(found -> found.version() == 0
                        ? Uni.createFrom().nullItem()
                        : objects.handle(
                                session,
                                envelope.stream(),
                                new Move(moved.toArea(), moved.on()),
                                causedBy(envelope, clock),
                                OptionalLong.empty())));
    }
}
