package org.shouwang.monitoring.patrol;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/** What can have happened to one month of a grid. */
public sealed interface GridMonthEvent {

    /** Persons 人 of the households that are counted beside. @param all of all households */
    record Persons(long all, long reached, long missed) {}

    /**
     * The month is over, and so it stood then; who is reached by patrols that are written down later stays on the list of that day.
     *
     * @param households 户 of the grid at the month's end, {@code reached} of them
     * @param missed those that nobody reached although their time was over
     * @param persons null where they were not counted yet
     */
    record GridMonthClosed(
            String areaCode,
            String gridCode,
            YearMonth month,
            int households,
            int reached,
            List<UUID> missed,
            Persons persons)
            implements GridMonthEvent {}
}
