package org.shouwang.assistance.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.assistance.DocumentRef;

/** Everything that can have happened to the plan of a household. The stream is the household; its stays among the monitored are episodes from 1. */
public sealed interface PlanEvent {

    /** Why a plan ended. */
    enum Closing {
        EVALUATED,
        RISK_REMOVED,
        OBJECT_VOIDED,
        NOT_INCLUDED
    }

    /** @param greenChannel opened at the home visit, before the household was determined to be an object */
    record PlanOpened(int episode, String areaCode, UUID caseId, boolean greenChannel, LocalDate on)
            implements PlanEvent {}

    /** @param planDueOn last day, whole, for an approved plan; null where the policy sets none; so is measureDueOn for a measure in effect */
    record PlanDeadlinesSet(
            int episode, List<String> risks, LocalDate includedOn, LocalDate planDueOn, LocalDate measureDueOn)
            implements PlanEvent {}

    record PlanRiskAdded(int episode, String risk, LocalDate on) implements PlanEvent {}

    /** @param version of the plan within the episode, from 1 */
    record PlanDrafted(int episode, int version, PlanContent content, LocalDate on) implements PlanEvent {}

    record PlanSigned(int episode, int version, List<String> signers, DocumentRef document, LocalDate on)
            implements PlanEvent {}

    /** @param doubts rules that raise a doubt, as they stood */
    record PlanApproved(int episode, int version, List<String> doubts, LocalDate on) implements PlanEvent {}

    /** @param version the new one */
    record PlanRevised(int episode, int version, PlanContent content, String reason, LocalDate on)
            implements PlanEvent {}

    record PlanStarted(int episode, LocalDate on) implements PlanEvent {}

    record PlanEvaluated(int episode, UUID reviewId, LocalDate on) implements PlanEvent {}

    record PlanClosed(int episode, Closing reason, LocalDate on) implements PlanEvent {}

    record PlanReopened(int episode, LocalDate on) implements PlanEvent {}

    record PlanOverdue(int episode, LocalDate dueOn) implements PlanEvent {}

    /** No measure was in effect by the day. */
    record HelpOverdue(int episode, LocalDate dueOn) implements PlanEvent {}

    record PlanMoved(String from, String to, LocalDate on) implements PlanEvent {}
}
