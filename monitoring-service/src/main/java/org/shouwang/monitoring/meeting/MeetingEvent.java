package org.shouwang.monitoring.meeting;

import java.util.List;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Minutes;

/** What can have happened to the judgement meeting of one village in one week. */
public sealed interface MeetingEvent {

    /**
     * @param week {@code yyyy-Www}
     * @param items one for each household that was under monitoring in the village on the day of the meeting
     */
    record JudgementMeetingHeld(
            String areaCode, String week, Minutes minutes, List<JudgementItem> items, List<DocumentRef> documents)
            implements MeetingEvent {}

    record WeeklyMeetingMissed(String areaCode, String week) implements MeetingEvent {}
}
