package org.shouwang.monitoring.screening;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.monitoring.screening.JudgementDecider.Page;

/** What the rules said, page by page. */
@Singleton
class Judgements extends Streams<JudgementCommand, Page, JudgementEvent> {

    Judgements(Journal journal, @All List<Projection<JudgementEvent>> projections) {
        super(journal, "judgement", new JudgementDecider(), new EventCatalog<>(JudgementEvent.class), projections);
    }

    @Override
    protected String area(Page state) {
        return state.areaCode();
    }
}
