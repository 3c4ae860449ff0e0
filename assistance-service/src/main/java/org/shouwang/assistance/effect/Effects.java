package org.shouwang.assistance.effect;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.shouwang.assistance.effect.Effect.Reviewed;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;

/** All reviews of effect. */
@Singleton
public class Effects extends Streams<EffectCommand, Effect, EffectEvent> {

    Effects(Journal journal, @All List<Projection<EffectEvent>> projections) {
        super(journal, "effect", new EffectDecider(), new EventCatalog<>(EffectEvent.class), projections);
    }

    @Override
    protected String area(Effect state) {
        return state instanceof Reviewed r ? r.areaCode() : null;
    }

    @Override
    protected UUID subject(UUID stream, Effect state) {
        return state instanceof Reviewed r ? r.householdId() : stream;
    }
}
