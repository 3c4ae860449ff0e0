package org.shouwang.monitoring.patrol;

import java.time.LocalDate;
import java.util.List;
import org.shouwang.monitoring.meeting.IsoWeek;

/** What one can ask of the weekly report of one grid. */
public sealed interface GridWeekCommand {

    /**
     * @param carers user ids of who looked after the grid on that day
     * @param own user id of a grid member, who reports for himself only; null: somebody else, who may report for any
     * @param risks patrols of the grid in that week that came across a risk
     */
    record Report(
            String areaCode,
            String gridCode,
            IsoWeek week,
            LocalDate reportedOn,
            String reporter,
            boolean normal,
            String note,
            List<String> carers,
            String own,
            int risks)
            implements GridWeekCommand {}
}
