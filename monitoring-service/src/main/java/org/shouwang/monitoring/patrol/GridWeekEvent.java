package org.shouwang.monitoring.patrol;

import java.time.LocalDate;

/** What can have happened to the weekly report of one grid. */
public sealed interface GridWeekEvent {

    /**
     * @param week {@code yyyy-Www}
     * @param reporter user id of a grid member who looked after the grid on the day of the report
     * @param normal 一切正常: nothing to tell
     */
    record GridWeekReported(
            String areaCode,
            String gridCode,
            String week,
            LocalDate reportedOn,
            String reporter,
            boolean normal,
            String note)
            implements GridWeekEvent {}
}
