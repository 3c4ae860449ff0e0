package org.shouwang.assistance.measure;

import java.util.Set;

/** The life of a measure. Being overdue is a flag beside it. */
public enum MeasureState {
    PLANNED("已计划"),
    APPROVED("已批准"),
    IN_PROGRESS("实施中"),
    IMPLEMENTED("已落实"),
    EFFECTIVE("有成效"),
    INEFFECTIVE("无成效"),
    CLOSED("已办结"),
    CANCELLED("已取消");

    private static final Set<MeasureState> UNFINISHED = Set.of(PLANNED, APPROVED, IN_PROGRESS);

    private final String zh;

    MeasureState(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }

    /** Neither put into effect nor given up. */
    public boolean unfinished() {
        return UNFINISHED.contains(this);
    }
}
