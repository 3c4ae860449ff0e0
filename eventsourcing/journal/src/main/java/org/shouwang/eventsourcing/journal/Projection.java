package org.shouwang.eventsourcing.journal;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;

/** A read model, kept in step with the events of one kind of stream, in their transaction. */
public interface Projection<E> {

    /** The tables that it alone writes; a rebuild replaces them. */
    List<String> tables();

    /** @param events of one stream, in order, each seen once */
    Uni<Void> project(StatelessSession session, UUID stream, List<Recorded<E>> events);

    /** The same for many streams, as a rebuild does it; to be overridden where one statement can write them all. */
    default Uni<Void> projectAll(StatelessSession session, SequencedMap<UUID, List<Recorded<E>>> streams) {
        return Multi.createFrom()
                .iterable(streams.entrySet())
                .onItem()
                .transformToUniAndConcatenate(s -> project(session, s.getKey(), s.getValue()))
                .collect()
                .last();
    }

    /** What operators call it. */
    default String name() {
        return getClass().getSimpleName().replace("_Subclass", "").replace("_ClientProxy", "");
    }
}
