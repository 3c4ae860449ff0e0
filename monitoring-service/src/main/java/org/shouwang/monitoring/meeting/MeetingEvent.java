package org.shouwang.monitoring.meeting;

import java.util.List;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Minutes;

/** What can have happened to the judgement meeting of one village in one week or month. */
public sealed interface MeetingEvent {

    /**
     * @param week {@code yyyy-Www}; null: the meeting is the one of a month
     * @param month {@code yyyy-MM}; null: it is the one of a week
     * @param items one for each household that was under monitoring in the village on the day of the meeting
     */
    record JudgementMeetingHeld(
            String areaCode,
            String week,
            String month,
            Minutes minutes,
            List<JudgementItem> items,
            List<DocumentRef> documents)
            implements MeetingEvent {

        /** Which of the two it is. */
        public String period() {
            return week == null ? month : week;
        }
    }

    record WeeklyMeetingMissed(String areaCode, String week) implements MeetingEvent {}

    /** @param month {@code yyyy-MM} */
    record MonthlyMeetingMissed(String areaCode, String month) implements MeetingEvent {}
}
