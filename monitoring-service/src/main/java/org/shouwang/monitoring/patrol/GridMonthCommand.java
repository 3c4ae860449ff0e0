package org.shouwang.monitoring.patrol;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.shouwang.monitoring.patrol.GridMonthEvent.Persons;

/** What one can ask of one month of a grid. */
public sealed interface GridMonthCommand {

    /** Given by the daily tick: the month is over. */
    record Close(
            String areaCode,
            String gridCode,
            YearMonth month,
            int households,
            int reached,
            List<UUID> missed,
            Persons persons)
            implements GridMonthCommand {}
}
