package org.shouwang.monitoring.deadline;

import org.shouwang.eventsourcing.Worded;

/** Whose turn it is. */
public enum Level implements Worded {
    VILLAGE("村级"),
    TOWN("乡镇"),
    COUNTY("县级");

    private final String zh;

    Level(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
