package org.shouwang.monitoring.line;

import org.shouwang.eventsourcing.Decision.Reason;

/** Why a monitoring line was refused. */
public enum LineRefusal implements Reason {
    LINE_NOT_POSITIVE(Kind.INVALID, "监测收入线应大于零", "A monitoring line is more than zero"),
    LINE_YEAR_MISMATCH(Kind.INVALID, "生效日期应在该年度内", "The line must take effect in its own year"),
    LINE_SOURCE_REQUIRED(Kind.INVALID, "请写明依据的文件", "Please name the notice that sets the line");

    private final Kind kind;
    private final String zh;
    private final String en;

    LineRefusal(Kind kind, String zh, String en) {
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
