package org.shouwang.monitoring.facts;

/** 两不愁三保障 and safe water: what every household is to be sure of. */
public enum Indicator {
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

    public String zh() {
        return zh;
    }
}
