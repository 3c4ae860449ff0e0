package org.shouwang.monitoring.identification;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Votes;
import org.shouwang.monitoring.clue.ClueSource;
import org.shouwang.monitoring.facts.ConsentFact;
import org.shouwang.monitoring.facts.HouseholdFact;
import org.shouwang.monitoring.facts.IncomeFact;
import org.shouwang.monitoring.facts.SafeguardFact;
import org.shouwang.monitoring.object.ObjectType;
import org.shouwang.monitoring.policy.PolicyTerms;

/** Everything one can ask of an identification case. What is known of the household comes along, so that deciding needs to ask nobody. */
public sealed interface CaseCommand {

    /**
     * @param otherCase another case of the household that is still open; null: none
     * @param isObject the household is being monitored at present
     * @param lastEpisode of a household that was monitored once; null: never
     * @param endedOn when the household was given up; null: it is kept
     * @param sources where its clues came from
     */
    record Open(
            UUID householdId,
            String areaCode,
            List<UUID> clueIds,
            ClueSource channel,
            LocalDate clueOn,
            LocalDate openedOn,
            boolean greenChannel,
            String greenReason,
            List<DocumentRef> documents,
            UUID otherCase,
            boolean isObject,
            Integer lastEpisode,
            LocalDate endedOn,
            PolicyTerms terms,
            List<ClueSource> sources)
            implements CaseCommand {}

    /** @param line the monitoring line; null where none is set: then nothing is recommended yet @param recorder user id of who reports the visit */
    record Visit(
            LocalDate visitedOn,
            List<String> visitors,
            String recorder,
            List<String> signatures,
            List<DocumentRef> documents,
            HouseholdFact household,
            IncomeFact income,
            SafeguardFact safeguards,
            Findings findings,
            BigDecimal line)
            implements CaseCommand {}

    record LinkConsent(ConsentFact consent, LocalDate linkedOn, List<DocumentRef> documents) implements CaseCommand {}

    /** @param consent as it stands now; null where none is linked */
    record RequestComparison(List<String> depts, LocalDate requestedOn, ConsentFact consent) implements CaseCommand {}

    /** @param consent as it stands now */
    record Compare(
            LocalDate comparedOn,
            List<Comparison> departments,
            ConsentFact consent,
            List<DocumentRef> documents,
            BigDecimal line)
            implements CaseCommand {}

    /**
     * @param signIns how many signed in
     * @param type null: as recommended
     * @param risks null: as found at the visit
     * @param income the statement shown at the visit as it stands now
     * @param consent as it stands now; null where none is linked
     * @param household as it is known now
     */
    record Review(
            LocalDate heldOn,
            String place,
            String host,
            String recorder,
            List<String> attendees,
            Integer signIns,
            Integer shouldAttend,
            Votes votes,
            boolean included,
            ObjectType type,
            List<String> risks,
            String reason,
            List<DocumentRef> documents,
            IncomeFact income,
            ConsentFact consent,
            BigDecimal line,
            HouseholdFact household)
            implements CaseCommand {}

    /** @param text of the notice, looked through and not kept: it shows the head's name @param by user id of who posts it */
    record Publicize(LocalDate postedOn, String place, String text, List<DocumentRef> documents, String by)
            implements CaseCommand {}

    record EndPublicity(LocalDate endedOn) implements CaseCommand {}

    record RaiseObjection(UUID objectionId, LocalDate raisedOn, String text) implements CaseCommand {}

    /** @param by user id of who decides */
    record DecideObjection(UUID objectionId, LocalDate decidedOn, boolean sustained, String reason, String by)
            implements CaseCommand {}

    /** @param reviewer user id of who decides */
    record ReviewByTown(LocalDate reviewedOn, String reviewer, String opinion, List<DocumentRef> documents)
            implements CaseCommand {}

    record DetermineByCounty(LocalDate determinedOn, String approver, String decisionNo, List<DocumentRef> documents)
            implements CaseCommand {}

    record RecordEntry(LocalDate enteredOn, String system, String entryNo, List<DocumentRef> documents)
            implements CaseCommand {}

    /**
     * @param statement null: none is known
     * @param line the monitoring line; null where none is set
     * @param reviewHeld the village's quarterly review of the month is recorded already
     */
    record Reject(
            RejectionReason reasonCode,
            String reason,
            IncomeFact statement,
            LocalDate decidedOn,
            BigDecimal line,
            boolean reviewHeld)
            implements CaseCommand {}

    /**
     * @param statement null: none is known
     * @param nextOn null: as the policy's next quarterly review has it
     * @param clueId of the clue that a risk becomes
     */
    record Recheck(LocalDate on, boolean risk, String note, IncomeFact statement, LocalDate nextOn, UUID clueId)
            implements CaseCommand {}

    /** Given by a sweep or a quarterly review that found the household without a risk. @param statementId shown there; null: none */
    record NoteNoRisk(LocalDate on, UUID statementId) implements CaseCommand {}

    record Withdraw(LocalDate on, String reason) implements CaseCommand {}

    /** @param by user id of who sends it back */
    record Return(CaseState to, LocalDate on, String reason, String by) implements CaseCommand {}

    /** Given where the household moves. */
    record Move(String to, LocalDate on) implements CaseCommand {}

    /** Given where the household is no longer kept. */
    record Lapse(LocalDate on) implements CaseCommand {}

    /** Given by the daily tick: the due day has passed. */
    record NoteOverdue(LocalDate date) implements CaseCommand {}
}
