package org.shouwang.monitoring.topic;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.facts.FactJson;
import org.shouwang.monitoring.topic.AnswerEvent.TopicSweepAnswered;

/** One row per household and sweep. */
@Singleton
class AnswerTable implements Projection<AnswerEvent> {

    @Override
    public List<String> tables() {
        return List.of("topic_answer");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID stream, List<Recorded<AnswerEvent>> events) {
        var done = Uni.createFrom().voidItem();
        for (var recorded : events)
            done = done.chain(() -> switch (recorded.event()) {
                case TopicSweepAnswered e ->
                    Sql.update(
                                    session,
                                    """
                                    insert into topic_answer (sweep, household, area_code, answers, visited_on) values ($1, $2, $3, $4, $5)
                                    on conflict (sweep, household) do update set area_code = $3, answers = $4, visited_on = $5""",
                                    e.sweepId(),
                                    e.householdId(),
                                    e.areaCode(),
                                    FactJson.write(e.answers()),
                                    e.visitedOn())
                            .replaceWithVoid();
            });
        return done;
    }
}
