package org.shouwang.household.monitored;

import org.shouwang.household.codes.Word;

/** Whether a household is watched. Stored by name, but for NONE. */
public enum MonitoredState implements Word {
    NONE("非监测对象"),
    ACTIVE("监测中"),
    REMOVED("已消除风险");

    private final String zh;

    MonitoredState(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
