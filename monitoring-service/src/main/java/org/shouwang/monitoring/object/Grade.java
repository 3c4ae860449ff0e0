package org.shouwang.monitoring.object;

import org.shouwang.eventsourcing.Worded;

/** The colour of a household under the 2020 town plan, the worst first; other policies give none. */
public enum Grade implements Worded {
    RED("红色"),
    YELLOW("黄色"),
    GREEN("绿色");

    private final String zh;

    Grade(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
