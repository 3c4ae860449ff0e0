package org.shouwang.monitoring.object;

/** How a monitored household stands, as lists show it. */
public enum ObjectState {
    ACTIVE("监测中"),
    REMOVAL_PENDING("办理消除中"),
    REMOVED("已消除风险"),
    VOIDED("错纳已撤销");

    private final String zh;

    ObjectState(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }

    /** Monitored and helped. */
    public boolean watched() {
        return this == ACTIVE || this == REMOVAL_PENDING;
    }
}
