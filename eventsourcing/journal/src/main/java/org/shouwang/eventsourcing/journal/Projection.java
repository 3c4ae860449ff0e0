package org.shouwang.eventsourcing.journal;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;

/** A read model, kept in step with the events of one kind of stream, in their transaction. */
public interface Projection<E> {

    /** The tables that it alone writes; a rebuild replaces them. */
    List<String> tables();

    /** @param events of one stream, in order, each seen once */
    Uni<Void> project(StatelessSession session, UUID stream, List<Recorded<E>> events);
}
