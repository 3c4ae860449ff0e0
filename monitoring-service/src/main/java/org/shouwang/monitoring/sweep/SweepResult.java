package org.shouwang.monitoring.sweep;

/** What a sweep found at a household's door. Stored by name. */
public enum SweepResult {
    NO_RISK("无风险"),
    SUSPECTED("疑似风险"),
    UNREACHED("未见到");

    private final String zh;

    SweepResult(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
