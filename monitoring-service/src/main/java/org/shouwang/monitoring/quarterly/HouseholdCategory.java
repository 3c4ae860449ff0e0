package org.shouwang.monitoring.quarterly;

import org.shouwang.eventsourcing.Worded;

/** The kinds of household that a review counts, each household under one of them. */
public enum HouseholdCategory implements Worded {
    LIFTED("脱贫户"),
    DIBAO("低保户"),
    TEKUN("特困供养户"),
    DIBAO_EDGE("低保边缘户"),
    DISABLED("残疾户"),
    GENERAL("一般户");

    private final String zh;

    HouseholdCategory(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
