package org.shouwang.assistance.effect;

import jakarta.inject.Singleton;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.assistance.effect.EffectEvent.EffectReviewed;
import org.shouwang.eventsourcing.journal.RowPerStream;

/** One row per review of effect, for lists. */
@Singleton
class EffectTable extends RowPerStream<EffectEvent, EffectTable.Row> {

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

    EffectTable() {
        super(Row.class);
    }

    @Override
    public List<String> tables() {
        return List.of("effect_review");
    }

    @Override
    protected Row begin(UUID review) {
        var row = new Row();
        row.id = review;
        return row;
    }

    @Override
    protected void apply(Row row, EffectEvent event) {
        switch (event) {
            case EffectReviewed e -> {
                row.household = e.householdId();
                row.area = e.areaCode();
                row.episode = e.episode();
                row.reviewedOn = e.reviewedOn();
                row.conclusion = e.conclusion().name();
            }
        }
    }
}
