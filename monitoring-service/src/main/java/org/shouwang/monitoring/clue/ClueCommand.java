package org.shouwang.monitoring.clue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.clue.ClueEvent.ScreeningHitFound;
import org.shouwang.monitoring.facts.IncomeFact;
import org.shouwang.monitoring.facts.IncomeWindow;
import org.shouwang.monitoring.policy.PolicyTerms;

/** Everything one can ask of a clue. */
public sealed interface ClueCommand {

    /** @param member who says of himself that he is of the household @param known whether he is, as far as that can be told */
    record Declarant(UUID member, boolean known) {}

    /**
     * @param declarant null: nobody, or somebody from outside
     * @param terms in force where and when it was received
     * @param receiptNo for a household that declares itself
     * @param endedOn when the household was given up; null: it is kept
     * @param channel how a declaration came; null: nobody said
     */
    record Receive(
            UUID householdId,
            String areaCode,
            ClueSource source,
            String text,
            LocalDate receivedOn,
            Declarant declarant,
            String agent,
            String receiptNo,
            List<DocumentRef> documents,
            PolicyTerms terms,
            LocalDate endedOn,
            Channel channel)
            implements ClueCommand {

        /** What is no declaration has come by no channel. */
        public Receive(
                UUID householdId,
                String areaCode,
                ClueSource source,
                String text,
                LocalDate receivedOn,
                Declarant declarant,
                String agent,
                String receiptNo,
                List<DocumentRef> documents,
                PolicyTerms terms,
                LocalDate endedOn) {
            this(
                    householdId,
                    areaCode,
                    source,
                    text,
                    receivedOn,
                    declarant,
                    agent,
                    receiptNo,
                    documents,
                    terms,
                    endedOn,
                    null);
        }

        UUID member() {
            return declarant == null ? null : declarant.member();
        }
    }

    /** Given by the rules of screening. A clue of this id that is there already is enough. */
    record Raise(
            UUID householdId,
            String areaCode,
            String text,
            LocalDate receivedOn,
            ScreeningHitFound hit,
            PolicyTerms terms)
            implements ClueCommand {}

    /** @param team user ids of who looks into it */
    record Dispatch(List<String> team, LocalDate on) implements ClueCommand {}

    record HandOver(String dept, String reason, LocalDate on, int shortestReason) implements ClueCommand {}

    /** @param into id of the clue that tells the same, {@code other} as it stands */
    record Merge(UUID into, Clue other, LocalDate on, String reason, int shortestReason) implements ClueCommand {}

    /**
     * @param statement shows why there is no risk, if it is of the {@code window}
     * @param dept of a department's user, who answers what his department was given; null for everybody else
     */
    record Answer(
            ClueResult result,
            LocalDate answeredOn,
            String reason,
            IncomeFact statement,
            IncomeWindow window,
            int shortestReason,
            String dept)
            implements ClueCommand {}

    /** Given by a case that opens with this clue. */
    record TakeUp(UUID caseId, UUID householdId, LocalDate on) implements ClueCommand {}

    /** Given by a warning that is raised with this clue. @param dept as in {@link Answer} */
    record TurnToWarning(UUID warningId, UUID householdId, LocalDate on, String dept) implements ClueCommand {}

    /** Given where the household moves. */
    record Move(String to, LocalDate on) implements ClueCommand {}

    /** Given by the daily tick: the due day has passed. */
    record NoteOverdue(LocalDate date) implements ClueCommand {}
}
