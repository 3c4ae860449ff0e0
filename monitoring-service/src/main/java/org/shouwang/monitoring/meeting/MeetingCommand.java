package org.shouwang.monitoring.meeting;

import java.util.List;
import java.util.UUID;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Minutes;
import org.shouwang.monitoring.policy.PolicyTerms.MeetingCycle;

/** What one can ask of the judgement meeting of one village in one week or month. */
public sealed interface MeetingCommand {

    /**
     * @param monitored households under monitoring in the village on the day of the meeting
     * @param asked how often the policy of the day of the meeting wants one
     * @param shortestSituation characters needed at least; null: one
     */
    record Hold(
            String areaCode,
            MeetingPeriod period,
            Minutes minutes,
            List<JudgementItem> items,
            List<DocumentRef> documents,
            List<UUID> monitored,
            MeetingCycle asked,
            Integer shortestSituation)
            implements MeetingCommand {}

    record NoteMissed(String areaCode, MeetingPeriod period) implements MeetingCommand {}
}
