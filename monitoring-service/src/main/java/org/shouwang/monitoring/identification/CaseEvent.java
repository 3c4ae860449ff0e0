package org.shouwang.monitoring.identification;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.eventsourcing.Stored;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Votes;
import org.shouwang.monitoring.clue.ClueSource;
import org.shouwang.monitoring.facts.RegisteredType;
import org.shouwang.monitoring.facts.SafeguardFact;
import org.shouwang.monitoring.object.Grade;
import org.shouwang.monitoring.object.ObjectType;
import org.shouwang.monitoring.policy.CaseStep;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.recommendation.Recommendation;

/** Everything that can have happened to an identification case. Persons are user or member ids, never names. */
public sealed interface CaseEvent {

    /**
     * @param clueOn day of the earliest clue; the policy of that day holds throughout
     * @param terms the policy's terms as they were then
     * @param reEntryOf last episode of a household whose risk had been removed; null: never an object before
     * @param dueOn last day to finish identification; null where the policy sets none
     */
    @Stored(revision = 2)
    record CaseOpened(
            UUID householdId,
            String areaCode,
            List<UUID> clueIds,
            ClueSource channel,
            LocalDate clueOn,
            LocalDate openedOn,
            boolean greenChannel,
            String greenReason,
            Integer reEntryOf,
            List<DocumentRef> documents,
            PolicyTerms terms,
            LocalDate dueOn)
            implements CaseEvent {

        CaseOpened in(String area) {
            return new CaseOpened(
                    householdId,
                    area,
                    clueIds,
                    channel,
                    clueOn,
                    openedOn,
                    greenChannel,
                    greenReason,
                    reEntryOf,
                    documents,
                    terms,
                    dueOn);
        }
    }

    record CaseStepSkipped(CaseStep step, String policyId, int policyVersion) implements CaseEvent {}

    /** What was found at the household's home, with the income and the safeguards that were shown there. */
    record HomeVisited(
            LocalDate visitedOn,
            List<String> visitors,
            List<DocumentRef> documents,
            RegisteredType registered,
            Income income,
            Safeguards safeguards,
            Findings findings,
            boolean greenChannel)
            implements CaseEvent {}

    /** A statement as it was shown; yuan. */
    record Income(
            UUID statementId,
            YearMonth from,
            YearMonth to,
            BigDecimal net,
            Integer population,
            BigDecimal perCapita,
            BigDecimal perCapitaReference) {}

    record Safeguards(UUID checkId, LocalDate checkedOn, List<SafeguardFact.Item> items) {}

    record ConsentLinked(
            UUID consentId, LocalDate linkedOn, LocalDate validTo, List<String> scope, List<DocumentRef> documents)
            implements CaseEvent {}

    /** Sent under the household's consent. @param depts codes of the departments asked, in their order, each once */
    record ComparisonRequested(List<String> depts, LocalDate requestedOn) implements CaseEvent {}

    /** @param hits what the departments found; none of it decides by itself */
    record ComparisonCompleted(LocalDate comparedOn, List<Comparison> departments, List<DocumentRef> documents)
            implements CaseEvent {

        /** What is known after a later one: its departments' results take the place of theirs, and of no other's. */
        ComparisonCompleted then(ComparisonCompleted later) {
            var kept = departments.stream().filter(d -> later.departments.stream()
                    .noneMatch(l -> l.dept().equals(d.dept())));
            return new ComparisonCompleted(
                    later.comparedOn.isAfter(comparedOn) ? later.comparedOn : comparedOn,
                    Stream.concat(kept, later.departments.stream()).toList(),
                    Stream.concat(documents.stream(), later.documents.stream())
                            .distinct()
                            .toList());
        }

        /** A part of what is known. */
        boolean within(ComparisonCompleted known) {
            return known != null
                    && known.departments.containsAll(departments)
                    && known.documents.containsAll(documents)
                    && !comparedOn.isAfter(known.comparedOn);
        }
    }

    record RecommendationComputed(Recommendation recommendation) implements CaseEvent {}

    /** @param differs from the recommendation */
    record ReviewConcluded(
            LocalDate heldOn,
            String place,
            String host,
            String recorder,
            List<String> attendees,
            Integer shouldAttend,
            Votes votes,
            boolean included,
            ObjectType type,
            List<String> risks,
            Grade grade,
            String reason,
            boolean differs,
            List<DocumentRef> documents)
            implements CaseEvent {}

    /** @param endsOn last day of the publicity; the next step may be taken on the day after @param by user id; null: not kept then */
    record PublicityPosted(LocalDate postedOn, LocalDate endsOn, String place, List<DocumentRef> documents, String by)
            implements CaseEvent {}

    record ObjectionRaised(UUID objectionId, LocalDate raisedOn, String text) implements CaseEvent {}

    /** @param sustained the objection is right: back to the visit. Else the publicity goes on */
    record ObjectionResolved(UUID objectionId, LocalDate decidedOn, boolean sustained, String reason)
            implements CaseEvent {}

    record PublicityEnded(LocalDate endedOn) implements CaseEvent {}

    record TownReviewed(LocalDate reviewedOn, String reviewer, String opinion, List<DocumentRef> documents)
            implements CaseEvent {}

    record CountyDetermined(LocalDate determinedOn, String approver, String decisionNo, List<DocumentRef> documents)
            implements CaseEvent {}

    /** The household is an object from now on; comes with the county's determination, or the town's where no county takes part. */
    record InclusionDetermined(
            CaseStep by,
            LocalDate determinedOn,
            ObjectType type,
            List<String> risks,
            Grade grade,
            BigDecimal perCapita,
            BigDecimal line,
            boolean late)
            implements CaseEvent {}

    record CaseEntered(LocalDate enteredOn, String system, String entryNo, List<DocumentRef> documents)
            implements CaseEvent {}

    /** @param recheckOn last day by which the household is looked at again; null where the policy holds no quarterly review */
    record CaseRejected(
            RejectionReason reasonCode,
            String reason,
            Income income,
            LocalDate decidedOn,
            boolean belowLine,
            LocalDate recheckOn,
            boolean late)
            implements CaseEvent {}

    record CaseWithdrawn(LocalDate on, String reason) implements CaseEvent {}

    record CaseMoved(String from, String to, LocalDate on) implements CaseEvent {}

    /** The household is no longer kept: nothing more comes of the case. */
    record CaseLapsed(LocalDate on) implements CaseEvent {}

    /**
     * A household that was not included was looked at again.
     *
     * @param risk a risk was found, and {@code clueId} follows it up
     * @param incomeStatementId null: a sweep found no risk without one
     * @param nextOn last day by which it is looked at once more; null where the policy holds no quarterly review and nobody named one
     */
    record WatchRechecked(
            LocalDate on, boolean risk, String note, UUID incomeStatementId, LocalDate nextOn, UUID clueId)
            implements CaseEvent {}

    /** The household is no longer kept: nobody looks at it again, as the rejection had it. */
    record WatchEnded(LocalDate on) implements CaseEvent {}

    /** @param by user id of who sent it back; null: not kept then */
    record CaseReturned(CaseState from, CaseState to, LocalDate on, String reason, String by) implements CaseEvent {}

    record CaseOverdue(LocalDate dueOn) implements CaseEvent {}

    /** By when a step is to be done; a later one about the same step counts instead. @param dueOn last day, whole */
    record CaseStepDue(CaseStep step, LocalDate dueOn) implements CaseEvent {}

    record CaseStepOverdue(CaseStep step, LocalDate dueOn) implements CaseEvent {}
}
