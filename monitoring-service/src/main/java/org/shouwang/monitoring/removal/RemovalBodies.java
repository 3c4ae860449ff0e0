package org.shouwang.monitoring.removal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Minutes;
import org.shouwang.monitoring.Votes;
import org.shouwang.monitoring.object.AfterRemoval;
import org.shouwang.monitoring.object.NaturalReason;
import org.shouwang.monitoring.object.RemovalMethod;

/** What a request about a removal must hold, step by step. */
final class RemovalBodies {

    private RemovalBodies() {}

    /** @param naturalReason and {@code proof}: for a household that is gone */
    record Proposal(
            @NotNull UUID householdId,
            @NotNull RemovalMethod method,
            NaturalReason naturalReason,
            List<@NotNull DocumentRef> proof,
            @NotNull LocalDate proposedOn) {}

    /** @param visitors user ids @param risksGone codes of the risks that are gone @param newRisks codes of those that are new @param signatures COLLECTOR and HOUSEHOLDER, who sign the visit form */
    record VisitBody(
            @NotEmpty List<@NotBlank String> visitors,
            @NotNull LocalDate visitedOn,
            @NotNull UUID incomeStatementId,
            @NotNull UUID safeguardCheckId,
            @NotNull Boolean incomeStable,
            @NotNull Boolean spendingSolved,
            List<@NotNull String> risksGone,
            List<@NotNull String> newRisks,
            String findings,
            List<@NotNull DocumentRef> documents,
            List<@NotNull String> signatures) {}

    /** @param reviewId effect review of the assistance service; none for a natural removal @param shouldAttend how many should have come; absent: not told, and refused where the policy asks for a quorum @param votes how they voted; absent: not told */
    record ReviewBody(
            UUID reviewId,
            @NotNull Minutes minutes,
            Integer shouldAttend,
            Votes votes,
            List<@NotNull DocumentRef> documents) {}

    /** @param signers member ids */
    record ConsentBody(
            @NotNull LocalDate consentedOn, @NotNull List<@NotNull UUID> signers, DocumentRef document) {}

    /** @param text of the notice; it is looked through and not kept */
    record PublicityBody(
            UUID noticeId,
            @NotBlank String place,
            @NotBlank String text,
            @NotNull LocalDate postedOn,
            List<@NotNull DocumentRef> documents) {}

    record EndBody(@NotNull LocalDate endedOn, List<@NotNull DocumentRef> documents) {}

    record ObjectionBody(
            @NotNull LocalDate raisedOn, @NotBlank String text) {}

    record ObjectionDecisionBody(
            @NotNull Boolean sustained,
            @NotNull String reason,
            @NotNull LocalDate decidedOn) {}

    record TownBody(
            @NotNull Boolean approved,
            String opinion,
            @NotNull LocalDate reviewedOn,
            List<@NotNull DocumentRef> documents) {}

    record CountyBody(
            @NotNull Boolean approved,
            String decisionNo,
            String opinion,
            @NotNull LocalDate decidedOn,
            List<@NotNull DocumentRef> documents) {}

    /** @param after the 13 fields; none for a natural removal */
    record MarkBody(@NotNull LocalDate markedOn, AfterRemoval after) {}

    record RejectionBody(
            @NotNull LocalDate rejectedOn, @NotNull String reason, List<@NotNull Criterion> criteria) {}
}
