package org.shouwang.eventsourcing.journal;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.Recorded;

/**
 * A read model that has one row for each stream, made of nothing but the stream's own events: the rows of many streams are read at once,
 * changed in memory and written at once.
 *
 * @param <R> the entity, whose id is the stream's
 */
public abstract class RowPerStream<E, R> implements Projection<E> {

    private final Class<R> type;

    protected RowPerStream(Class<R> type) {
        this.type = type;
    }

    /** The row of a stream of which nothing is recorded yet. */
    protected abstract R begin(UUID stream);

    protected abstract void apply(R row, E event);

    /** Who wrote the event down and when, for rows that show it. */
    protected void written(R row, Envelope by) {}

    @Override
    public final Uni<Void> project(StatelessSession session, UUID stream, List<Recorded<E>> events) {
        return projectAll(session, events);
    }

    @Override
    public final Uni<Void> projectAll(StatelessSession session, List<Recorded<E>> events) {
        var streams = new LinkedHashMap<UUID, List<Recorded<E>>>();
        for (var event : events)
            streams.computeIfAbsent(event.envelope().stream(), _ -> new ArrayList<>())
                    .add(event);
        Object[] before = Projection.begunBefore(events);
        Uni<List<R>> rows = before.length == 0 ? Uni.createFrom().item(List.of()) : session.get(type, before);
        return rows.chain(found -> {
            var changed = new ArrayList<Object>();
            for (var i = 0; i < before.length; i++)
                if (found.get(i) != null) changed.add(changed(found.get(i), streams.remove(before[i])));
            var begun = streams.entrySet().stream()
                    .map(s -> changed(begin(s.getKey()), s.getValue()))
                    .toArray();
            var inserted = begun.length == 0 ? Uni.createFrom().voidItem() : session.insertAll(begun.length, begun);
            return changed.isEmpty()
                    ? inserted
                    : inserted.chain(() -> session.updateAll(changed.size(), changed.toArray()));
        });
    }

    private R changed(R row, List<Recorded<E>> events) {
        for (var event : events) {
            apply(row, event.event());
            written(row, event.envelope());
        }
        return row;
    }
}
