package org.shouwang.household.screening;

import org.shouwang.eventsourcing.Worded;

/** Why a list's rows are not as many as it states. Stored by name. */
public enum TotalReason implements Worded {
    /** Rows of it mean what another row means. */
    LISTED_TWICE("同一户列了两次"),
    /** The stated number is wrong. */
    NUMBER_WRONG("写明的数字有误");

    private final String zh;

    TotalReason(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
