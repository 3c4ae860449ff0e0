package org.shouwang.monitoring.patrol;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.monitoring.check.CheckMethod;

/** What can have happened on the patrol (网格走访) of one household. */
public sealed interface PatrolEvent {

    /**
     * @param gridCode in which the household lay on that day
     * @param visitor user id of a grid member who looked after the grid on that day
     * @param method PHONE only where the household is away for long
     * @param findings empty: all is normal
     * @param clueId what the risks among them became; null without any
     */
    record PatrolMade(
            UUID householdId,
            String areaCode,
            String gridCode,
            LocalDate visitedOn,
            String visitor,
            CheckMethod method,
            List<PatrolFinding> findings,
            UUID clueId)
            implements PatrolEvent {}

    /** @param corrects id of the event that was wrong @param made what counts in its place */
    record PatrolCorrected(UUID corrects, String reason, PatrolMade made) implements PatrolEvent {}
}
