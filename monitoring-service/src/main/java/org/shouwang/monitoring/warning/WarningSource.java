package org.shouwang.monitoring.warning;

import org.shouwang.eventsourcing.Worded;

/** Where a warning came from. */
public enum WarningSource implements Worded {
    MONTHLY_CHECK("每月监测"),
    PATROL("网格巡查"),
    DEPARTMENT("部门反馈"),
    HOUSEHOLD("农户反映"),
    MEETING("研判会议"),
    INSPECTION("督导核查");

    private final String zh;

    WarningSource(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
