package org.shouwang.monitoring.topic;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.monitoring.topic.AnswerDecider.Told;

/** What households answered: a stream for each household and sweep. */
@Singleton
class TopicAnswers extends Streams<AnswerCommand, Told, AnswerEvent> {

    TopicAnswers(Journal journal, @All List<Projection<AnswerEvent>> projections) {
        super(journal, "topic-answer", new AnswerDecider(), new EventCatalog<>(AnswerEvent.class), projections);
    }

    @Override
    protected String area(Told state) {
        return state.last() == null ? null : state.last().areaCode();
    }

    @Override
    protected UUID subject(UUID stream, Told state) {
        return state.last() == null ? stream : state.last().householdId();
    }

    static UUID stream(UUID sweep, UUID household) {
        return UUID.nameUUIDFromBytes(("topic/" + sweep + "/" + household).getBytes(StandardCharsets.UTF_8));
    }
}
