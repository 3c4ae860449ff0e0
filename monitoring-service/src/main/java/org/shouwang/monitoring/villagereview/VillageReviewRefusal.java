package org.shouwang.monitoring.villagereview;

import org.shouwang.eventsourcing.Decision.Reason;

/** Why the minutes of a village meeting were refused, where no shared reason fits. */
public enum VillageReviewRefusal implements Reason {
    HOUSEHOLDS_REFUSED(
            Kind.CONFLICT,
            "会议涉及的户中有的不能这样评议，整份记录都没有登记，请看所列各户的原因",
            "The meeting cannot decide like this about some of its households, so nothing was recorded: see the"
                    + " reasons of each"),
    HOUSEHOLDS_REQUIRED(Kind.INVALID, "会议记录没有列出任何一户", "The minutes tell of no household");

    private final Kind kind;
    private final String zh;
    private final String en;

    VillageReviewRefusal(Kind kind, String zh, String en) {
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
