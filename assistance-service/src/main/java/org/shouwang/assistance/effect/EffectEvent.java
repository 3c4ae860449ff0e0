package org.shouwang.assistance.effect;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.assistance.DocumentRef;

/** Everything that can have happened to a review of the effect of help (成效评议). */
public sealed interface EffectEvent {

    /** @param document the minutes of the meeting */
    record EffectReviewed(
            UUID householdId,
            int episode,
            String areaCode,
            LocalDate reviewedOn,
            Conclusion conclusion,
            List<Criterion> criteria,
            List<UUID> effectiveMeasures,
            String note,
            DocumentRef document)
            implements EffectEvent {}

    record EffectReviewMoved(UUID householdId, String from, String to, LocalDate on) implements EffectEvent {}
}
