package org.shouwang.monitoring.object;

import org.shouwang.eventsourcing.Worded;

/** How a risk went away. */
public enum RemovalMethod implements Worded {
    /** 帮扶消除: by help. */
    ASSISTED("帮扶消除"),
    /** 自然消除: the household itself is no longer there. */
    NATURAL("自然消除");

    private final String zh;

    RemovalMethod(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
