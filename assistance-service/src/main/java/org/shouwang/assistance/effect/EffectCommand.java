package org.shouwang.assistance.effect;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shouwang.assistance.DocumentRef;

/** Everything one can ask of a review of effect. */
public sealed interface EffectCommand {

    /**
     * @param areaCode null: the household is not known here, or lies outside the caller's area
     * @param episode 0: not monitored
     * @param risks on record
     * @param measures ids of all that belong to the episode
     * @param inEffect those of them that came into effect by the day
     * @param effective those in effect that were evaluated by the day, the latest time as effective
     */
    record Review(
            UUID householdId,
            String areaCode,
            int episode,
            List<String> risks,
            Set<UUID> measures,
            Set<UUID> inEffect,
            Set<UUID> effective,
            LocalDate reviewedOn,
            Conclusion conclusion,
            List<Judgement> judgements,
            List<String> risksGone,
            String reason,
            Meeting meeting,
            List<DocumentRef> documents)
            implements EffectCommand {}
}
