package org.shouwang.monitoring.clue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.monitoring.DocumentRef;

/** Everything that can have happened to a clue. */
public sealed interface ClueEvent {

    /**
     * @param householdId null where nobody could tell yet which household it is
     * @param declarant member id of who declared; null: somebody else, see {@code agent}
     * @param agent who declared for the household (代办), as a relation, not a name
     * @param receiptNo given to a household that declares itself; else null
     * @param dueOn last day to look into it
     * @param channel how a declaration came; null: no declaration, or nobody said
     */
    record RiskClueReceived(
            UUID householdId,
            String areaCode,
            ClueSource source,
            String text,
            LocalDate receivedOn,
            UUID declarant,
            String agent,
            String receiptNo,
            List<DocumentRef> documents,
            LocalDate dueOn,
            Channel channel)
            implements ClueEvent {

        RiskClueReceived in(String area) {
            return new RiskClueReceived(
                    householdId,
                    area,
                    source,
                    text,
                    receivedOn,
                    declarant,
                    agent,
                    receiptNo,
                    documents,
                    dueOn,
                    channel);
        }
    }

    /** Sent to who looks into it. @param team user ids */
    record RiskClueDispatched(List<String> team, LocalDate on) implements ClueEvent {}

    /** Given to a department to solve and to answer. */
    record RiskClueHandedOver(String dept, String reason, LocalDate on) implements ClueEvent {}

    /** It tells the same as another one, in which it is looked into. Comes with the answer {@link ClueResult#DUPLICATE}. */
    record RiskClueMerged(UUID into, LocalDate on) implements ClueEvent {}

    /**
     * Why a clue of {@link ClueSource#DEPT_SCREENING} was raised: nothing of the person whom the figure is about.
     *
     * @param period for which one clue of the rule is enough
     * @param value that was delivered; null where the fact is enough
     * @param threshold that it reached; may be null
     * @param risk code of the collection form that the rule points to; may be null
     */
    record ScreeningHitFound(
            String ruleId,
            String dept,
            String period,
            BigDecimal value,
            BigDecimal threshold,
            String risk,
            UUID deliveryId)
            implements ClueEvent {}

    /**
     * @param caseId the case that it led to, for {@link ClueResult#TO_CASE}
     * @param late after its due day
     * @param warningId the warning that it led to, for {@link ClueResult#TO_WARNING}
     */
    record RiskClueAnswered(
            ClueResult result,
            LocalDate answeredOn,
            String reason,
            UUID incomeStatementId,
            UUID caseId,
            boolean late,
            UUID warningId)
            implements ClueEvent {}

    record RiskClueMoved(String from, String to, LocalDate on) implements ClueEvent {}

    record RiskClueOverdue(LocalDate dueOn) implements ClueEvent {}
}
