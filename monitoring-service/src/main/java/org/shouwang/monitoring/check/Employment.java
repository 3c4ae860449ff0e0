package org.shouwang.monitoring.check;

import org.shouwang.eventsourcing.Worded;

/** How those who can work are employed, as a visit finds it. */
public enum Employment implements Worded {
    STABLE("稳定就业"),
    UNSTABLE("不稳定就业"),
    NONE("未就业"),
    /** Nobody of the household can work. */
    NOT_APPLICABLE("无劳动力");

    private final String zh;

    Employment(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
