package org.shouwang.assistance.effect;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.assistance.DocumentRef;

/** Everything that can have happened to a review of the effect of help. */
public sealed interface EffectEvent {

    /** @param risksGone codes of the risks that the meeting found gone */
    record EffectReviewed(
            UUID householdId,
            String areaCode,
            int episode,
            LocalDate reviewedOn,
            Conclusion conclusion,
            List<Judgement> measures,
            List<String> risksGone,
            String reason,
            Meeting meeting,
            List<DocumentRef> documents)
            implements EffectEvent {}
}
