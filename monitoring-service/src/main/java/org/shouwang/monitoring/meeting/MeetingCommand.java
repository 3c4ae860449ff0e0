package org.shouwang.monitoring.meeting;

import java.util.List;
import java.util.UUID;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Minutes;

/** What one can ask of the judgement meeting of one village in one week. */
public sealed interface MeetingCommand {

    /**
     * @param monitored households under monitoring in the village on the day of the meeting
     * @param shortestSituation characters needed at least; null: one
     */
    record Hold(
            String areaCode,
            IsoWeek week,
            Minutes minutes,
            List<JudgementItem> items,
            List<DocumentRef> documents,
            List<UUID> monitored,
            Integer shortestSituation)
            implements MeetingCommand {}

    record NoteMissed(String areaCode, IsoWeek week) implements MeetingCommand {}
}
