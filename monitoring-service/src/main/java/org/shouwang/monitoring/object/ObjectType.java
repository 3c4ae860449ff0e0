package org.shouwang.monitoring.object;

import org.shouwang.eventsourcing.Worded;

/** The three kinds of household that are watched (2021 policy; the 2020 plan knows the first two). Stored and published by name. */
public enum ObjectType implements Worded {
    UNSTABLE("脱贫不稳定户", "household that left poverty and may fall back"),
    EDGE("边缘易致贫户", "household on the edge of poverty"),
    SUDDEN("突发严重困难户", "household in sudden serious difficulty");

    private final String zh;
    private final String en;

    ObjectType(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
