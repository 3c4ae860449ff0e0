package org.shouwang.monitoring.grade;

import org.shouwang.eventsourcing.Decision.Reason;

/** Why a household was not graded anew, where no shared reason fits. */
public enum GradeRefusal implements Reason {
    NO_GRADES_BY_POLICY(Kind.CONFLICT, "本政策不分红黄绿等级", "This policy knows no grades"),
    GRADE_BY_CASE(Kind.INVALID, "识别时的等级由识别程序确定", "The grade at identification is the case's"),
    STATEMENT_NOT_FIT(
            Kind.INVALID,
            "收入表没有签字，或不是政策要求的口径",
            "The income statement is not signed, or not on the basis that the policy asks for");

    private final Kind kind;
    private final String zh;
    private final String en;

    GradeRefusal(Kind kind, String zh, String en) {
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
