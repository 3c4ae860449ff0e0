package org.shouwang.monitoring.request;

import org.shouwang.eventsourcing.Decision.Reason;

/** Why something about a household's request was refused. */
public enum RequestRefusal implements Reason {
    REQUEST_UNKNOWN(Kind.UNKNOWN, "没有这条诉求", "There is no such request"),
    REQUEST_ALREADY_RECORDED(Kind.CONFLICT, "这条诉求已登记，内容不同", "This request is on record already, with another content"),
    REQUEST_CLOSED(Kind.CONFLICT, "这条诉求已经办结或转为线索", "This request has been answered or made a clue already"),
    REQUEST_OF_OTHER_DEPT(Kind.FORBIDDEN, "这条诉求不由您的部门办理", "This request is not your department's to answer"),
    REQUEST_TEXT_REQUIRED(Kind.INVALID, "请写明诉求或答复的内容", "Please say what is asked for, or answered");

    private final Kind kind;
    private final String zh;
    private final String en;

    RequestRefusal(Kind kind, String zh, String en) {
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
