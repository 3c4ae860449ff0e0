package org.shouwang.monitoring.revisit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.check.CheckMethod;
import org.shouwang.monitoring.check.IncomeChange;
import org.shouwang.monitoring.facts.Indicator;
import org.shouwang.monitoring.facts.SafeguardFact;
import org.shouwang.monitoring.object.AfterRemoval;

/** What can have happened to the visit (回访) to a household whose risk was removed, in one period of the calendar. */
public sealed interface RevisitEvent {

    /**
     * @param episode the last one, which the removal ended
     * @param from first month of the period, {@code to} its last
     * @param visitor user id
     * @param reached member id or user id of who answered the call; null on site, and in calls before it was asked
     * @param checkId check of the safeguards that it draws on; null where the items were looked at during the visit itself
     * @param wanting items that fail or that nobody could tell
     * @param after the thirteen fields as they stand now; null: not asked this time
     * @param belowLine income per person by {@code after} is not above the line
     * @param clueId the clue that was made of what was found; null: nothing was found
     */
    record RevisitDone(
            UUID householdId,
            String areaCode,
            int episode,
            YearMonth from,
            YearMonth to,
            String visitor,
            LocalDate visitedOn,
            CheckMethod method,
            String absence,
            String reached,
            UUID checkId,
            List<SafeguardFact.Item> items,
            List<Indicator> wanting,
            IncomeChange income,
            AfterRemoval after,
            boolean belowLine,
            String note,
            List<String> newRisks,
            boolean householderSigned,
            List<DocumentRef> documents,
            UUID clueId)
            implements RevisitEvent {}

    record RevisitMissed(UUID householdId, String areaCode, int episode, YearMonth from, YearMonth to)
            implements RevisitEvent {}
}
