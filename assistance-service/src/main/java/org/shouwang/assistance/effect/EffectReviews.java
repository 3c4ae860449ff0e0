package org.shouwang.assistance.effect;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.shouwang.assistance.effect.EffectDecider.Reviewed;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;

/** All reviews of effect. */
@Singleton
public class EffectReviews extends Streams<EffectCommand, Reviewed, EffectEvent> {

    EffectReviews(Journal journal, @All List<Projection<EffectEvent>> projections) {
        super(journal, "effect", new EffectDecider(), new EventCatalog<>(EffectEvent.class), projections);
    }

    @Override
    protected String area(Reviewed state) {
        return state == null ? null : state.event().areaCode();
    }

    @Override
    protected UUID subject(UUID stream, Reviewed state) {
        return state == null ? stream : state.event().householdId();
    }
}
