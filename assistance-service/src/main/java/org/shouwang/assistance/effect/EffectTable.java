package org.shouwang.assistance.effect;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.assistance.effect.EffectEvent.EffectReviewed;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;

/** One row per review of effect, for lists. */
@Singleton
class EffectTable implements Projection<EffectEvent> {

    @Entity(name = "EffectRow")
    @Table(name = "effect_review")
    static class Row {
        @Id
        public UUID id;

        public UUID household;
        public String area = "";
        public int episode;
        public LocalDate reviewedOn;
        public String conclusion = "";
    }

    @Override
    public List<String> tables() {
        return List.of("effect_review");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID review, List<Recorded<EffectEvent>> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(recorded -> switch (recorded.event()) {
                    case EffectReviewed e -> session.upsert(row(review, e));
                })
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static Row row(UUID review, EffectReviewed e) {
        var row = new Row();
        row.id = review;
        row.household = e.householdId();
        row.area = e.areaCode();
        row.episode = e.episode();
        row.reviewedOn = e.reviewedOn();
        row.conclusion = e.conclusion().name();
        return row;
    }
}
