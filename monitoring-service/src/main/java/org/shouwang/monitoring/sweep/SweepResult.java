package org.shouwang.monitoring.sweep;

import org.shouwang.eventsourcing.Worded;

/** What a sweep found at a household's door. Stored by name. */
public enum SweepResult implements Worded {
    NO_RISK("无风险"),
    SUSPECTED("疑似风险"),
    UNREACHED("未见到");

    private final String zh;

    SweepResult(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
