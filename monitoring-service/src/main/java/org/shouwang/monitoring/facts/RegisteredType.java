package org.shouwang.monitoring.facts;

import org.shouwang.eventsourcing.Worded;

/** What a household is registered as. */
public enum RegisteredType implements Worded {
    /** 一般户 */
    GENERAL("一般户"),
    /** 脱贫户 */
    LIFTED("脱贫户");

    private final String zh;

    RegisteredType(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
