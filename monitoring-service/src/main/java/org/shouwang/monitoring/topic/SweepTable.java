package org.shouwang.monitoring.topic;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.topic.SweepEvent.*;

/** One row per sweep, for lists. */
@Singleton
class SweepTable implements Projection<SweepEvent> {

    @Override
    public List<String> tables() {
        return List.of("topic_sweep");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID stream, List<Recorded<SweepEvent>> events) {
        var done = Uni.createFrom().voidItem();
        for (var recorded : events)
            done = done.chain(() -> apply(session, stream, recorded.event()).replaceWithVoid());
        return done;
    }

    private static Uni<Integer> apply(StatelessSession session, UUID id, SweepEvent event) {
        return switch (event) {
            case TopicSweepStarted e ->
                Sql.update(
                        session,
                        "insert into topic_sweep (id, area_code, prefix, title, from_on, to_on) values ($1, $2, $3, $4, $5, $6)",
                        id,
                        e.areaCode(),
                        Actor.scope(e.areaCode()),
                        e.title(),
                        e.from(),
                        e.to());
            case TopicSweepClosed e ->
                Sql.update(
                        session,
                        """
                        update topic_sweep set closed_on = $2, objects = $3, answered = $4, object_persons = $5, answered_persons = $6, reason = $7
                        where id = $1""",
                        id,
                        e.on(),
                        e.objects(),
                        e.answered(),
                        e.persons() == null ? null : e.persons().objects(),
                        e.persons() == null ? null : e.persons().answered(),
                        e.reason());
        };
    }
}
