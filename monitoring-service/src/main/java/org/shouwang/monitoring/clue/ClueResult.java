package org.shouwang.monitoring.clue;

import org.shouwang.eventsourcing.Worded;

/** What looking into a clue led to. */
public enum ClueResult implements Worded {
    TO_CASE("转入识别"),
    /** About a household that is monitored already. */
    TO_WARNING("转预警"),
    NO_RISK("无风险"),
    DUPLICATE("重复线索"),
    NOT_FOUND("查无此户"),
    RESOLVED_BY_DEPT("部门已解决");

    private final String zh;

    ClueResult(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
