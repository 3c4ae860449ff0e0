package org.shouwang.monitoring.warning;

import org.shouwang.eventsourcing.Decision.Reason;

/** Why a request about a warning was refused, where no shared reason fits. */
public enum WarningRefusal implements Reason {
    WARNING_UNKNOWN(Kind.UNKNOWN, "没有这条预警", "There is no such warning"),
    WARNING_ALREADY_RAISED(Kind.CONFLICT, "这条预警已经提出，内容与现在的不同", "This warning was raised already, with other content"),
    WARNING_LEVEL_INVALID(Kind.INVALID, "现行政策没有这个预警级别", "The policy in force has no such level"),
    WARNING_NOT_SOLVED(
            Kind.CONFLICT,
            "销号需要该项在提出（或重新启动）之后复查达标且此后未再不达标，或处置时登记的帮扶措施评估有效",
            "To close it, a check since must pass and none after it fail, or the measure named in the handling must have been found effective since");

    private final Kind kind;
    private final String zh;
    private final String en;

    WarningRefusal(Kind kind, String zh, String en) {
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
