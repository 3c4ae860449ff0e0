package org.shouwang.monitoring.quarterly;

import org.shouwang.eventsourcing.Decision.Reason;

/** Why the minutes of a quarterly review were refused, where no shared reason fits. */
public enum QuarterlyRefusal implements Reason {
    HELD_OUTSIDE_MONTH(Kind.INVALID, "会议日期不在所填月份内", "The day of the meeting does not lie in the month"),
    CATEGORY_TWICE(Kind.INVALID, "同一类户只能填一次户数", "A category of households is counted more than once"),
    COUNTS_DISAGREE(
            Kind.INVALID,
            "户数前后不一致：各类户数之和应等于排查户数，无风险户数不能多于排查户数",
            "The counts disagree: the categories must add up to the households checked, and no more than these can be without risk"),
    AT_RISK_NOT_NAMED(
            Kind.INVALID,
            "有风险的户要逐户列明，户数应等于排查户数减去无风险户数",
            "Name every household at risk: as many as were checked less those without risk"),
    HOUSEHOLD_TWICE(Kind.INVALID, "同一户不能列两次", "A household is named twice"),
    HOUSEHOLD_ELSEWHERE(Kind.INVALID, "所列的户不在该村", "A household that is named does not live in the village");

    private final Kind kind;
    private final String zh;
    private final String en;

    QuarterlyRefusal(Kind kind, String zh, String en) {
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
