package org.shouwang.monitoring.object;

import org.shouwang.eventsourcing.Worded;

/** How a monitored household stands, as lists show it. */
public enum ObjectState implements Worded {
    ACTIVE("监测中"),
    REMOVAL_PENDING("办理消除中"),
    REMOVED("已消除风险"),
    VOIDED("错纳已撤销");

    private final String zh;

    ObjectState(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }

    /** Monitored and helped. */
    public boolean watched() {
        return this == ACTIVE || this == REMOVAL_PENDING;
    }
}
