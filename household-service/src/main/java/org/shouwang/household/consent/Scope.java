package org.shouwang.household.consent;

import org.shouwang.eventsourcing.Worded;

/** Whose records may be compared, by the consent form of the 2021 mechanism. */
public enum Scope implements Worded {
    VEHICLE("车辆"),
    PROPERTY("房产"),
    BUSINESS("工商登记"),
    PAYROLL("财政供养"),
    DEPOSIT("存款"),
    SOCIAL_INSURANCE("社保"),
    DIBAO("低保");

    private final String zh;

    Scope(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
