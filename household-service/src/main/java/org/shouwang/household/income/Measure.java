package org.shouwang.household.income;

import org.shouwang.eventsourcing.Worded;

/** Which figure a statement gives; both are reckoned alike, the name is kept. */
public enum Measure implements Worded {
    NET("人均纯收入"),
    DISPOSABLE("人均可支配收入");

    private final String zh;

    Measure(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
