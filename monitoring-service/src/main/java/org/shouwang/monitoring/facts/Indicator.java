package org.shouwang.monitoring.facts;

import org.shouwang.eventsourcing.Worded;

/** 两不愁三保障 and safe water: what every household is to be sure of. */
public enum Indicator implements Worded {
    FOOD("不愁吃"),
    CLOTHES("不愁穿"),
    EDUCATION("义务教育"),
    MEDICAL("基本医疗"),
    HOUSING("住房安全"),
    WATER("饮水安全");

    private final String zh;

    Indicator(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
