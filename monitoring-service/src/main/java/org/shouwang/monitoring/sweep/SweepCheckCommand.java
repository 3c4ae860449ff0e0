package org.shouwang.monitoring.sweep;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.monitoring.facts.HouseholdFact;
import org.shouwang.monitoring.facts.IncomeFact;
import org.shouwang.monitoring.facts.IncomeWindow;
import org.shouwang.monitoring.facts.SafeguardFact;

/** What one can ask of one household's part in a sweep. */
public sealed interface SweepCheckCommand {

    /**
     * @param sweep as it stands
     * @param former codes under which the household was kept that were replaced after the first day of the sweep
     * @param statement of the household's income; null: none is cited
     * @param safeguards the household's check of them; null: none is cited
     * @param incomeAsked registered types of which the policy of the day asks for one; null: it asks nobody
     * @param window months that it must be of to show that there is no risk, where the sweep names none; null: no policy holds
     * @param clueId of the clue that a suspicion becomes
     */
    record CheckHousehold(
            UUID sweepId,
            FocusedSweep sweep,
            HouseholdFact household,
            List<String> former,
            SweepResult result,
            LocalDate checkedOn,
            String note,
            IncomeFact statement,
            SafeguardFact safeguards,
            List<String> incomeAsked,
            IncomeWindow window,
            UUID clueId)
            implements SweepCheckCommand {}
}
