package org.shouwang.monitoring.meeting;

import org.shouwang.monitoring.meeting.MeetingEvent.JudgementMeetingHeld;

/** What the judgement meeting of one village in one week or month must remember to decide. */
public sealed interface JudgementMeeting {

    record Expected() implements JudgementMeeting {}

    /** The week or month went by without minutes; those that are typed in late are still taken. */
    record Missed(String areaCode) implements JudgementMeeting {}

    record Held(JudgementMeetingHeld held) implements JudgementMeeting {}
}
