package org.shouwang.monitoring.check;

import org.shouwang.eventsourcing.Worded;

/** How income has gone since the last visit. */
public enum IncomeChange implements Worded {
    ROSE("增加"),
    SAME("持平"),
    FELL("减少");

    private final String zh;

    IncomeChange(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
