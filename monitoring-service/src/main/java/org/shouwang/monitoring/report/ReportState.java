package org.shouwang.monitoring.report;

import org.shouwang.eventsourcing.Worded;

/** How far a monthly report is. */
public enum ReportState implements Worded {
    EXPECTED("待报送"),
    SUBMITTED("已报送"),
    RETURNED("已退回"),
    RESUBMITTED("已重新报送"),
    ACCEPTED("已通过");

    private final String zh;

    ReportState(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
