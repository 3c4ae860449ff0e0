package org.shouwang.monitoring.sweep;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** What one can ask of a focused sweep (集中排查). */
public sealed interface FocusedSweepCommand {

    /** @param to its last day @param incomeFrom first month of the income that is asked about; null with {@code incomeTo}: none */
    record Start(
            String areaCode,
            String name,
            LocalDate from,
            LocalDate to,
            YearMonth incomeFrom,
            YearMonth incomeTo,
            List<FocusGroup> focusGroups)
            implements FocusedSweepCommand {}

    /** @param unchecked households of the area without a result, or not seen, with their {@code persons} @param reason why it ends all the same */
    record Finish(LocalDate on, long unchecked, long persons, String reason) implements FocusedSweepCommand {}
}
