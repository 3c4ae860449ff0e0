package org.shouwang.monitoring.removal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.Stored;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Minutes;
import org.shouwang.monitoring.Votes;
import org.shouwang.monitoring.object.AfterRemoval;
import org.shouwang.monitoring.object.NaturalReason;
import org.shouwang.monitoring.object.RemovalMethod;
import org.shouwang.monitoring.policy.PolicyTerms;

/** Everything that can have happened to a removal of a household's risk. */
public sealed interface RemovalEvent {

    /** @param terms the policy in force on the day of the proposal; the removal keeps to it */
    @Stored(revision = 2)
    record RemovalProposed(
            UUID householdId,
            String areaCode,
            int episode,
            RemovalMethod method,
            NaturalReason naturalReason,
            List<DocumentRef> proof,
            LocalDate proposedOn,
            PolicyTerms terms)
            implements RemovalEvent {

        RemovalProposed in(String area) {
            return new RemovalProposed(householdId, area, episode, method, naturalReason, proof, proposedOn, terms);
        }
    }

    /** The criteria as they stood at a step, each with its answer. */
    record RemovalCriteriaAnswered(RemovalStep step, LocalDate on, BigDecimal line, List<Criterion.Answer> answers)
            implements RemovalEvent {}

    record RemovalVisited(
            List<String> visitors,
            LocalDate visitedOn,
            UUID statementId,
            UUID checkId,
            BigDecimal perCapita,
            boolean incomeStable,
            boolean spendingSolved,
            List<String> risksGone,
            List<String> newRisks,
            List<String> wanting,
            String findings,
            List<DocumentRef> documents,
            List<String> signatures)
            implements RemovalEvent {

        public RemovalVisited {
            signatures = signatures == null ? List.of() : List.copyOf(signatures);
        }
    }

    /** @param shouldAttend how many should have come @param votes of the village meeting; both null: not told */
    record RemovalReviewed(
            UUID reviewId, Minutes minutes, Integer shouldAttend, Votes votes, List<DocumentRef> documents)
            implements RemovalEvent {}

    record RemovalConsented(LocalDate consentedOn, List<UUID> signers, DocumentRef document) implements RemovalEvent {}

    /** @param endsOn last day of the publicity, whole; the next step may begin the day after */
    @Stored(revision = 2)
    record RemovalPublicized(
            UUID noticeId, String place, LocalDate postedOn, LocalDate endsOn, String by, List<DocumentRef> documents)
            implements RemovalEvent {}

    record RemovalPublicityEnded(LocalDate endedOn, List<DocumentRef> documents) implements RemovalEvent {}

    record RemovalObjectionRaised(UUID objectionId, LocalDate raisedOn, String text) implements RemovalEvent {}

    record RemovalObjectionResolved(UUID objectionId, boolean sustained, String reason, LocalDate decidedOn, String by)
            implements RemovalEvent {}

    record RemovalTownApproved(String opinion, LocalDate reviewedOn, String by, List<DocumentRef> documents)
            implements RemovalEvent {}

    /** Sent back by town or county: the household is visited again. */
    record RemovalReturned(RemovalStep from, String reason, LocalDate on, String by) implements RemovalEvent {}

    record RemovalCountyApproved(
            String decisionNo, String opinion, LocalDate decidedOn, String by, List<DocumentRef> documents)
            implements RemovalEvent {}

    record RemovalMoved(String from, String to, LocalDate on) implements RemovalEvent {}

    record RemovalMarked(LocalDate markedOn, AfterRemoval after) implements RemovalEvent {}

    record RemovalRejected(LocalDate rejectedOn, String reason, List<Criterion> criteriaFailed)
            implements RemovalEvent {}
}
