package org.shouwang.monitoring.meeting;

import org.shouwang.monitoring.meeting.MeetingEvent.JudgementMeetingHeld;
import org.shouwang.monitoring.meeting.MeetingEvent.WeeklyMeetingMissed;

/** What the judgement meeting of one village in one week must remember to decide. */
public sealed interface JudgementMeeting {

    record Expected() implements JudgementMeeting {}

    /** The week went by without minutes; those that are typed in late are still taken. */
    record Missed(WeeklyMeetingMissed missed) implements JudgementMeeting {}

    record Held(JudgementMeetingHeld held) implements JudgementMeeting {}
}
