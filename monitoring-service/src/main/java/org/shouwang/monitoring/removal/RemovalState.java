package org.shouwang.monitoring.removal;

import org.shouwang.eventsourcing.Worded;

/** How far a removal has come, as lists show it. */
public enum RemovalState implements Worded {
    PROPOSED("已提出"),
    VISITED("已入户核实"),
    EFFECT_REVIEWED("已成效评议"),
    CONSENTED("已知情同意"),
    PUBLICIZED("已公示"),
    TOWN_APPROVED("乡镇已审核"),
    COUNTY_APPROVED("县级已审定"),
    MARKED("已标注"),
    REJECTED("未通过");

    private final String zh;

    RemovalState(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
