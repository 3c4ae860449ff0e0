package org.shouwang.household.notice;

import org.shouwang.eventsourcing.Decision.Reason;

/** Why a notice was not made, where no shared reason fits. */
enum NoticeRefusal implements Reason {
    PUBLICITY_FORBIDDEN_BY_POLICY(Kind.CONFLICT, "本政策规定评定结果不公示", "This policy forbids to make the result public");

    private final Kind kind;
    private final String zh;
    private final String en;

    NoticeRefusal(Kind kind, String zh, String en) {
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
