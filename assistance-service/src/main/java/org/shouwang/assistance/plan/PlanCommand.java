package org.shouwang.assistance.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.assistance.DocumentRef;
import org.shouwang.assistance.plan.PlanEvent.Closing;
import org.shouwang.assistance.rule.AssistancePolicy;
import org.shouwang.assistance.rule.Dossier.Circumstances;

/** Everything one can ask of a plan; the first ones come from what other services tell. */
public sealed interface PlanCommand {

    /** @param planDays days from {@code on}; null: no limit; so are measureDays */
    record Include(
            int episode,
            UUID caseId,
            String areaCode,
            List<String> risks,
            Integer planDays,
            Integer measureDays,
            LocalDate on)
            implements PlanCommand {}

    /** The green channel: help may start before the household is determined to be an object. */
    record OpenEarly(UUID caseId, String areaCode, LocalDate on) implements PlanCommand {}

    /** The case of a green channel came to nothing. */
    record AbandonEarly(UUID caseId, LocalDate on) implements PlanCommand {}

    record AddRisk(String risk, LocalDate on) implements PlanCommand {}

    record Draft(PlanContent content, LocalDate on) implements PlanCommand {}

    /** @param needed who must sign, by policy */
    record Sign(List<String> signers, DocumentRef document, List<String> needed, LocalDate on) implements PlanCommand {

        public Sign {
            signers = signers == null ? List.of() : List.copyOf(signers);
        }
    }

    /** @param around null: the household's members are not known here yet */
    record Approve(Circumstances around, AssistancePolicy policy, LocalDate on) implements PlanCommand {}

    record Revise(PlanContent content, String reason, LocalDate on) implements PlanCommand {}

    /** A measure has started. */
    record Begin(int episode, LocalDate on) implements PlanCommand {}

    /** The effect was reviewed and found. */
    record Evaluate(int episode, UUID reviewId, LocalDate on) implements PlanCommand {}

    /** @param unfinished ids of measures that are neither in effect nor given up */
    record Close(List<UUID> unfinished, LocalDate on) implements PlanCommand {}

    record End(int episode, Closing reason, LocalDate on) implements PlanCommand {}

    record Reopen(int episode, LocalDate on) implements PlanCommand {}

    /** A day is over. @param helpedOn when the first measure came into effect; null: none has */
    record Tick(LocalDate date, LocalDate helpedOn) implements PlanCommand {}

    record Move(String to, LocalDate on) implements PlanCommand {}
}
