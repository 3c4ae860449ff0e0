package org.shouwang.eventsourcing.journal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.Recorded;

/** A read model, kept in step with the events of one kind of stream, in their transaction. */
public interface Projection<E> {

    /** The tables that it alone writes; a rebuild replaces them. */
    List<String> tables();

    /** @param events of one stream, in order, each seen once */
    Uni<Void> project(StatelessSession session, UUID stream, List<Recorded<E>> events);

    /**
     * The same for many streams. What is about one subject is written in turn, subjects go side by side on the one connection: to be
     * overridden where one statement can write them all, or where what is written of one subject stands in the way of another's.
     *
     * @param events in the order in which they were recorded
     */
    default Uni<Void> projectAll(StatelessSession session, List<Recorded<E>> events) {
        var subjects = events.stream()
                .collect(groupingBy(r -> r.envelope().subject(), LinkedHashMap::new, toList()))
                .values();
        return Uni.join()
                .all(subjects.stream().map(subject -> inTurn(session, subject)).toList())
                .andFailFast()
                .replaceWithVoid();
    }

    /** One after another, as long as the stream is the same at once. */
    default Uni<Void> inTurn(StatelessSession session, List<Recorded<E>> events) {
        var all = Uni.createFrom().voidItem();
        for (var from = 0; from < events.size(); ) {
            var stream = events.get(from).envelope().stream();
            var to = from + 1;
            while (to < events.size() && events.get(to).envelope().stream().equals(stream)) to++;
            var same = events.subList(from, to);
            all = all.chain(() -> project(session, stream, same));
            from = to;
        }
        return all;
    }

    /** Writes one event after the other, as they share a connection. */
    static <T> Uni<Void> each(List<T> events, Function<? super T, ? extends Uni<?>> write) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(write::apply)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** The streams of these events that began before them: what was written of them may have to be read first. */
    static <E> UUID[] begunBefore(List<Recorded<E>> events) {
        var seen = new HashSet<UUID>();
        return events.stream()
                .map(Recorded::envelope)
                .filter(e -> seen.add(e.stream()) && e.version() > 1)
                .map(Envelope::stream)
                .toArray(UUID[]::new);
    }

    /** What operators call it. */
    default String name() {
        return getClass().getSimpleName().replace("_Subclass", "").replace("_ClientProxy", "");
    }
}
