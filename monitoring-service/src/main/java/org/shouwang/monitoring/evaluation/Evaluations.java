package org.shouwang.monitoring.evaluation;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;

/** What is recommended for households, run by run; the stream of one is its household's id. */
@Singleton
class Evaluations extends Streams<EvaluationCommand, Evaluation, EvaluationEvent> {

    Evaluations(Journal journal, @All List<Projection<EvaluationEvent>> projections) {
        super(journal, "evaluation", new EvaluationDecider(), new EventCatalog<>(EvaluationEvent.class), projections);
    }

    @Override
    protected String area(Evaluation state) {
        return state.last() == null ? null : state.last().areaCode();
    }
}
