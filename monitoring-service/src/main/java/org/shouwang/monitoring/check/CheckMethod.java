package org.shouwang.monitoring.check;

import static org.shouwang.monitoring.check.CheckRefusal.*;

import org.shouwang.eventsourcing.Decision;
import org.shouwang.eventsourcing.Worded;

/** How a household was reached. */
public enum CheckMethod implements Worded {
    ON_SITE("入户"),
    /** Only for households that are away. */
    PHONE("电话");

    private final String zh;

    CheckMethod(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }

    /**
     * What keeps a visit from having been made this way; null: nothing.
     *
     * @param home whether the household lives at home on that day
     * @param absence why nobody was at home
     * @param reached member id or user id of who answered; null on site
     */
    public Decision.Reason flaw(boolean home, String absence, String reached) {
        if (this == ON_SITE) return null;
        if (home) return NOT_AWAY;
        if (absence == null || absence.isBlank()) return PHONE_ONLY_FOR_ABSENT;
        return reached == null || reached.isBlank() ? REACHED_REQUIRED : null;
    }
}
