package org.shouwang.assistance.effect;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.assistance.DocumentRef;

/** Everything one can ask of a review of effect. */
public sealed interface EffectCommand {

    /**
     * @param areaCode null: the household is not known here as monitored, or lies outside the caller's area
     * @param risks on record for the monitored household
     * @param implemented measures of the episode that are in effect and were not found ineffective
     */
    record Review(
            UUID householdId,
            String areaCode,
            int episode,
            boolean monitored,
            List<String> risks,
            LocalDate includedOn,
            List<UUID> implemented,
            Conclusion conclusion,
            List<Criterion> criteria,
            String note,
            DocumentRef document,
            LocalDate on)
            implements EffectCommand {}

    record Move(String to, LocalDate on) implements EffectCommand {}
}
