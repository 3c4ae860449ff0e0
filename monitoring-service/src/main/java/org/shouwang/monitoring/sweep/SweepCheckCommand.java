package org.shouwang.monitoring.sweep;

import java.time.LocalDate;
import java.util.UUID;
import org.shouwang.monitoring.facts.HouseholdFact;

/** What one can ask of one household's part in a sweep. */
public sealed interface SweepCheckCommand {

    /** @param sweep as it stands @param clueId of the clue that a suspicion becomes */
    record CheckHousehold(
            UUID sweepId,
            FocusedSweep sweep,
            HouseholdFact household,
            SweepResult result,
            LocalDate checkedOn,
            String note,
            UUID clueId)
            implements SweepCheckCommand {}
}
