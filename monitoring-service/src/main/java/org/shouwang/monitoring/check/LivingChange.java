package org.shouwang.monitoring.check;

import org.shouwang.eventsourcing.Worded;

/** How a household's living conditions (生活状态) have gone since the last visit. */
public enum LivingChange implements Worded {
    BETTER("改善"),
    SAME("持平"),
    WORSE("变差");

    private final String zh;

    LivingChange(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
