package org.shouwang.eventsourcing.journal;

import org.shouwang.eventsourcing.Decision.Reason;

/** What every stream refuses, whatever its rules. */
public enum Refusal implements Reason {
    NOT_FOUND(Kind.UNKNOWN, "没有找到，或不在您的管辖范围内", "Not found, or outside your area"),
    AREA_OUT_OF_SCOPE(Kind.FORBIDDEN, "该地区不在您的管辖范围内", "That area is outside your scope"),
    DATE_IN_FUTURE(Kind.INVALID, "发生日期不能晚于今天", "The date it happened on must not lie ahead of today"),
    QUARTER_DETACHED(Kind.CONFLICT, "部分历史事件已移出，请先移回再重建", "Part of the history is detached: attach it first"),
    STILL_NOT_APPLICABLE(Kind.CONFLICT, "该消息仍无法处理，原因见 details", "The message still cannot be applied; details say why");

    private final Kind kind;
    private final String zh;
    private final String en;

    Refusal(Kind kind, String zh, String en) {
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
