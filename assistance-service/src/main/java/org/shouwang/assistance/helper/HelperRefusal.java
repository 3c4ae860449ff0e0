package org.shouwang.assistance.helper;

import org.shouwang.eventsourcing.Decision.Reason;

/** Why a request about a household's helper was refused. */
public enum HelperRefusal implements Reason {
    HELPER_NOT_FOUND(Kind.UNKNOWN, "该户没有帮扶责任人，或不在您的管辖范围内", "This household has no helper, or lies outside your area"),
    HELPER_ALREADY_ASSIGNED(
            Kind.CONFLICT, "该户已有帮扶责任人，更换请办理交接", "This household has a helper already: hand over instead"),
    HELPER_REQUIRED(
            Kind.CONFLICT, "监测对象必须有帮扶责任人，请先交接给他人", "A monitored household needs a helper: hand over to another one"),
    HANDOVER_RECORD_REQUIRED(Kind.INVALID, "更换或解除帮扶责任人必须附交接记录", "Leaving a household needs a hand-over record"),
    SAME_HELPER(Kind.INVALID, "接任的帮扶责任人与现任相同", "The new helper is the present one");

    private final Kind kind;
    private final String zh;
    private final String en;

    HelperRefusal(Kind kind, String zh, String en) {
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
