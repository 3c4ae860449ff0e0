package org.shouwang.monitoring.sweep;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** What can have happened to a focused sweep. */
public sealed interface FocusedSweepEvent {

    /** @param areaCode a county, a town or a village */
    record SweepStarted(
            String areaCode,
            String name,
            LocalDate from,
            LocalDate to,
            YearMonth incomeFrom,
            YearMonth incomeTo,
            List<FocusGroup> focusGroups)
            implements FocusedSweepEvent {}

    /** @param unchecked households that nobody had seen by then @param uncheckedPersons of these households; null where they were not counted yet */
    record SweepFinished(LocalDate on, long unchecked, String reason, Long uncheckedPersons)
            implements FocusedSweepEvent {}
}
