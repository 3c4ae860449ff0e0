package org.shouwang.monitoring.sweep;

import java.time.LocalDate;
import java.util.UUID;

/** What can have happened to one household in a sweep. */
public sealed interface SweepCheckEvent {

    /**
     * @param incomeStatementId shown at the visit; null: none
     * @param clueId what a suspicion became; null for other results
     * @param safeguardCheckId the check of the safeguards that was made at the household; null: none is cited
     */
    record SweepHouseholdChecked(
            UUID sweepId,
            UUID householdId,
            String areaCode,
            SweepResult result,
            LocalDate checkedOn,
            String note,
            UUID incomeStatementId,
            UUID clueId,
            UUID safeguardCheckId)
            implements SweepCheckEvent {}
}
