package org.shouwang.eventsourcing.journal;

import io.smallrye.mutiny.Uni;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Cause;

/**
 * A command on its way to its stream.
 *
 * @param command null until it is made
 * @param making reads, in the transaction in which it will be decided, what the command is made from; null for a plain command
 */
record Ask<C, S, E>(
        Streams<C, S, E> streams,
        UUID id,
        C command,
        Function<StatelessSession, Uni<C>> making,
        Cause cause,
        OptionalLong expected) {

    /** Alone it must be decided, after what went before has taken effect: it asks for what others did. */
    boolean reads() {
        return making != null || streams.precondition(id, command, cause) != null;
    }

    /** The command made, and all that must hold before it is decided found to hold. */
    Uni<Ask<C, S, E>> made(StatelessSession session) {
        Uni<C> made = making == null ? Uni.createFrom().item(command) : making.apply(session);
        return made.chain(c -> {
            var precondition = streams.precondition(id, c, cause);
            var asked = precondition == null ? Uni.createFrom().voidItem() : precondition.apply(session);
            return asked.replaceWith(new Ask<>(streams, id, c, null, cause, expected));
        });
    }
}
