package org.shouwang.monitoring.evaluation;

import org.shouwang.eventsourcing.Decision.Reason;

/** Why a re-evaluation was refused. */
enum RunRefusal implements Reason {
    REEVALUATION_EXISTS(
            Kind.CONFLICT,
            "该编号的重新测算已按其他地区、日期或政策开始",
            "A re-evaluation of this id began with another area, day or policy"),
    POLICY_NOT_OF_AREA(Kind.INVALID, "该政策不适用于所选地区", "This policy does not hold for that area");

    private final Kind kind;
    private final String zh;
    private final String en;

    RunRefusal(Kind kind, String zh, String en) {
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
