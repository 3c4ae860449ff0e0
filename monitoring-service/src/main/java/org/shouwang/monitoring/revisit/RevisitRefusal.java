package org.shouwang.monitoring.revisit;

import org.shouwang.eventsourcing.Decision.Reason;

/** Why a visit after a removal was refused, where no shared reason fits. */
public enum RevisitRefusal implements Reason {
    REVISIT_NOT_OWED(
            Kind.CONFLICT,
            "该户不需要回访：风险没有标注消除、属自然消除，或政策没有规定回访",
            "This household is not visited: its risk was not removed, it is gone, or the policy asks for no visits"),
    ALREADY_REVISITED(Kind.CONFLICT, "该户本期已有回访记录", "The household has a record for this period already"),
    PERIOD_MISMATCH(
            Kind.INVALID,
            "走访日期不在所填的回访期内，请按所列月份填报",
            "The day of the visit does not lie in the period: see the months listed");

    private final Kind kind;
    private final String zh;
    private final String en;

    RevisitRefusal(Kind kind, String zh, String en) {
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
