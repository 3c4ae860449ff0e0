package org.shouwang.monitoring.revisit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.check.CheckMethod;
import org.shouwang.monitoring.check.IncomeChange;
import org.shouwang.monitoring.facts.HouseholdFact;
import org.shouwang.monitoring.facts.SafeguardFact;
import org.shouwang.monitoring.object.AfterRemoval;
import org.shouwang.monitoring.object.MonitoredObject;
import org.shouwang.monitoring.object.RemovalMethod;

/** What one can ask of the visit to one household in one period after its removal. */
public sealed interface RevisitCommand {

    /**
     * @param object the household as it stands now
     * @param removedBy how its risk was removed; null where it was not
     * @param months of a period by the policy of the day; null: nobody is visited
     * @param from first month of the period that it is reported for
     * @param home whether the household lives at home on the day of the visit
     * @param absence why nobody was at home, for a call by phone
     * @param reached member id or user id of who answered the call
     * @param check of the household service, cited; null: see {@code items}
     * @param line yuan per person and year; null where none is set
     * @param clueId of the clue, should there be one
     */
    record Report(
            HouseholdFact household,
            MonitoredObject object,
            RemovalMethod removedBy,
            Integer months,
            YearMonth from,
            String visitor,
            LocalDate visitedOn,
            CheckMethod method,
            boolean home,
            String absence,
            String reached,
            SafeguardFact check,
            List<SafeguardFact.Item> items,
            IncomeChange income,
            AfterRemoval after,
            BigDecimal line,
            String note,
            List<String> newRisks,
            boolean householderSigned,
            List<DocumentRef> documents,
            UUID clueId)
            implements RevisitCommand {}

    /** Given by the daily tick: the period is over. */
    record NoteMissed(UUID householdId, String areaCode, int episode, YearMonth from, YearMonth to)
            implements RevisitCommand {}
}
