package org.shouwang.monitoring.check;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.facts.Indicator;
import org.shouwang.monitoring.facts.SafeguardFact;
import org.shouwang.monitoring.warning.WarningItem;

/** What can have happened to the monitoring of one household in one month. */
public sealed interface CheckEvent {

    /**
     * @param visitor user id
     * @param reached member id or user id of who answered the call; null on site, and in calls before it was asked
     * @param checkId check of the safeguards that it draws on; null where the items were looked at during the visit itself
     * @param wanting items that fail, may fail soon, or that nobody could tell
     * @param work null: not asked, as {@code living}
     * @param solved what was warned of and was found solved; null: not asked
     * @param newRisks codes of the collection form
     * @param leftOut those of the new risks that found no room among the five of the household
     */
    record MonthlyMonitoringDone(
            UUID householdId,
            String areaCode,
            int episode,
            YearMonth month,
            String visitor,
            LocalDate visitedOn,
            CheckMethod method,
            String absence,
            String reached,
            UUID checkId,
            List<SafeguardFact.Item> items,
            List<Indicator> wanting,
            IncomeChange income,
            String employment,
            Employment work,
            LivingChange living,
            List<WarningItem> solved,
            String note,
            List<String> newRisks,
            List<String> leftOut,
            boolean householderSigned,
            List<DocumentRef> documents)
            implements CheckEvent {

        public MonthlyMonitoringDone {
            leftOut = leftOut == null ? List.of() : List.copyOf(leftOut);
        }

        /** The new risks that the household is given. */
        List<String> added() {
            return newRisks.stream().filter(risk -> !leftOut.contains(risk)).toList();
        }

        /** The same visit, however many risks the household has by now. */
        boolean sameVisit(MonthlyMonitoringDone other) {
            return leaving(other.leftOut).equals(other);
        }

        MonthlyMonitoringDone leaving(List<String> out) {
            return new MonthlyMonitoringDone(
                    householdId,
                    areaCode,
                    episode,
                    month,
                    visitor,
                    visitedOn,
                    method,
                    absence,
                    reached,
                    checkId,
                    items,
                    wanting,
                    income,
                    employment,
                    work,
                    living,
                    solved,
                    note,
                    newRisks,
                    out,
                    householderSigned,
                    documents);
        }
    }

    /** @param corrects id of the event that was wrong @param done what counts in its place */
    record MonthlyMonitoringCorrected(UUID corrects, String reason, MonthlyMonitoringDone done) implements CheckEvent {}

    record MonthlyMonitoringMissed(UUID householdId, String areaCode, int episode, YearMonth month)
            implements CheckEvent {}
}
