package org.shouwang.monitoring.meeting;

import org.shouwang.eventsourcing.Decision.Reason;

/** Why the minutes of a judgement meeting were refused, where no shared reason fits. */
public enum MeetingRefusal implements Reason {
    HELD_OUTSIDE_WEEK(Kind.INVALID, "会议日期不在所填的这一周内", "The day of the meeting does not lie in the week"),
    HELD_OUTSIDE_MONTH(Kind.INVALID, "会议日期不在所填的这个月内", "The day of the meeting does not lie in the month"),
    MEETING_PERIOD(
            Kind.INVALID,
            "研判会议的周期与当日执行的政策不符：按周召开的填周次，按月召开的填月份",
            "The policy of that day asks for another period: a week where the village meets weekly, a month where it meets monthly"),
    MINUTES_NOT_PER_HOUSEHOLD(
            Kind.INVALID,
            "会议记录要对本村监测对象逐户记明情况和研判结论，每户一条，情况要写够字数",
            "The minutes must tell of each monitored household of the village, once, how it stands, at length, and what was concluded"),
    HOUSEHOLD_NOT_MONITORED(
            Kind.INVALID,
            "记录中有的户当天不是本村的监测对象",
            "The minutes tell of households that were not monitored in the village on that day");

    private final Kind kind;
    private final String zh;
    private final String en;

    MeetingRefusal(Kind kind, String zh, String en) {
        this.kind = kind;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
