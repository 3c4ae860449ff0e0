package org.shouwang.monitoring.patrol;

import org.shouwang.eventsourcing.Worded;

/** What a grid member comes across at a household's door. Stored by name. */
public enum FindingKind implements Worded {
    /** 疑似风险: becomes a clue at once. */
    RISK("疑似返贫致贫风险"),
    /** Of members, work, health or house: for who keeps the household's data. */
    CHANGE("家庭情况变化"),
    OTHER("其他情况");

    private final String zh;

    FindingKind(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
