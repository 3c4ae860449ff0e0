package org.shouwang.monitoring.check;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.facts.SafeguardFact;
import org.shouwang.monitoring.object.MonitoredObject;
import org.shouwang.monitoring.warning.WarningItem;

/** What one can ask of the monitoring of one household in one month. */
public sealed interface CheckCommand {

    /**
     * @param object the household as it stands now
     * @param home whether the household lives at home on the day of the visit
     * @param absence why nobody was at home, for a call by phone
     * @param reached member id or user id of who answered the call
     * @param check of the household service, cited; null: see {@code items}
     * @param items what the visit itself found
     * @param unfit new risks that do not fit what is known of the household's members
     * @param employment in words, {@code work} as a code; either may be null
     * @param solved what was warned of and is solved; null: not asked
     * @param needed kinds of papers that the policy of the day asks of a visit at home
     */
    record Report(
            UUID householdId,
            MonitoredObject object,
            YearMonth month,
            String visitor,
            LocalDate visitedOn,
            CheckMethod method,
            boolean home,
            String absence,
            String reached,
            SafeguardFact check,
            List<SafeguardFact.Item> items,
            IncomeChange income,
            String employment,
            Employment work,
            LivingChange living,
            List<WarningItem> solved,
            String note,
            List<String> newRisks,
            List<String> unfit,
            boolean householderSigned,
            List<DocumentRef> documents,
            List<String> needed)
            implements CheckCommand {}

    /** @param corrects id of the event that is wrong @param last id of the event that counts now @param report as it should have been */
    record Correct(UUID corrects, UUID last, String reason, Report report) implements CheckCommand {}

    record NoteMissed(UUID householdId, String areaCode, int episode, YearMonth month) implements CheckCommand {}
}
