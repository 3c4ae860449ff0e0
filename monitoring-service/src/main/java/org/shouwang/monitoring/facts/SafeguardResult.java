package org.shouwang.monitoring.facts;

import org.shouwang.eventsourcing.Worded;

/** How one indicator was found. */
public enum SafeguardResult implements Worded {
    PASS("达标"),
    FAIL("不达标"),
    /** 有可能不达标 */
    AT_RISK("有可能不达标"),
    NOT_APPLICABLE("不适用"),
    UNKNOWN("不清楚");

    private final String zh;

    SafeguardResult(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }

    public boolean bad() {
        return this == FAIL || this == AT_RISK;
    }

    public boolean good() {
        return this == PASS || this == NOT_APPLICABLE;
    }
}
