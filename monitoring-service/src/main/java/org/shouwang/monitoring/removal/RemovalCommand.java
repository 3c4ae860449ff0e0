package org.shouwang.monitoring.removal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Minutes;
import org.shouwang.monitoring.Votes;
import org.shouwang.monitoring.facts.EffectFact;
import org.shouwang.monitoring.facts.IncomeFact;
import org.shouwang.monitoring.facts.SafeguardFact;
import org.shouwang.monitoring.object.AfterRemoval;
import org.shouwang.monitoring.object.NaturalReason;
import org.shouwang.monitoring.object.RemovalMethod;
import org.shouwang.monitoring.policy.PolicyTerms;

/** Everything one can ask of a removal. {@code by}: the user who asks. */
public sealed interface RemovalCommand {

    /** @param proof certificates of a natural removal */
    record Propose(
            UUID householdId,
            String areaCode,
            RemovalMethod method,
            NaturalReason naturalReason,
            List<DocumentRef> proof,
            LocalDate proposedOn,
            PolicyTerms terms,
            RemovalFacts facts)
            implements RemovalCommand {}

    /**
     * @param recorder user id of who reports the visit
     * @param incomeStable the visitors found income stable
     * @param spendingSolved large unavoidable spending is solved
     * @param risksGone codes of the risks found to be gone
     * @param newRisks codes of risks that are new
     * @param income the statement that the visit cites
     * @param safeguards the check that the visit cites
     * @param signatures who signed the visit form
     */
    record Visit(
            List<String> visitors,
            String recorder,
            LocalDate visitedOn,
            IncomeFact income,
            SafeguardFact safeguards,
            boolean incomeStable,
            boolean spendingSolved,
            List<String> risksGone,
            List<String> newRisks,
            String findings,
            List<DocumentRef> documents,
            List<String> signatures,
            RemovalFacts facts)
            implements RemovalCommand {}

    /** The village meeting. @param effect the review of the help's effect that it draws on; null for a natural removal @param shouldAttend how many should have come @param votes both null: not told */
    record Review(EffectFact effect, Minutes minutes, Integer shouldAttend, Votes votes, List<DocumentRef> documents)
            implements RemovalCommand {}

    /** @param signers member ids */
    record Agree(LocalDate consentedOn, List<UUID> signers, DocumentRef document, RemovalFacts facts)
            implements RemovalCommand {}

    /** @param text of the notice, looked through and not kept: it shows the head's name */
    record Publicize(
            UUID noticeId, String place, String text, LocalDate postedOn, String by, List<DocumentRef> documents)
            implements RemovalCommand {}

    record EndPublicity(LocalDate endedOn, List<DocumentRef> documents) implements RemovalCommand {}

    record Raise(UUID objectionId, LocalDate raisedOn, String text) implements RemovalCommand {}

    /** @param sustained the objection is right: the household is visited again */
    record DecideObjection(UUID objectionId, boolean sustained, String reason, LocalDate decidedOn, String by)
            implements RemovalCommand {}

    record TownReview(
            boolean approved,
            String opinion,
            LocalDate reviewedOn,
            String by,
            List<DocumentRef> documents,
            RemovalFacts facts)
            implements RemovalCommand {}

    record CountyDecide(
            boolean approved,
            String decisionNo,
            String opinion,
            LocalDate decidedOn,
            String by,
            List<DocumentRef> documents,
            RemovalFacts facts)
            implements RemovalCommand {}

    /** @param after null for a natural removal */
    record Mark(LocalDate markedOn, AfterRemoval after, RemovalFacts facts) implements RemovalCommand {}

    /** Given where the household moves. */
    record Move(String to, LocalDate on) implements RemovalCommand {}

    record Reject(LocalDate rejectedOn, String reason, List<Criterion> failed) implements RemovalCommand {}
}
