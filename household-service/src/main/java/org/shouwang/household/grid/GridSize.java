package org.shouwang.household.grid;

import org.shouwang.eventsourcing.Worded;

/** How a grid's number of households compares with what is usual. Only TOO_LARGE breaks a limit. */
enum GridSize implements Worded {
    SMALL("偏小"),
    USUAL("适中"),
    LARGE("偏大"),
    TOO_LARGE("超过上限");

    private final String zh;

    GridSize(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }

    static GridSize of(long households, GridBounds bounds) {
        if (households < bounds.least()) return SMALL;
        if (households <= bounds.usual()) return USUAL;
        return households <= bounds.most() ? LARGE : TOO_LARGE;
    }
}
