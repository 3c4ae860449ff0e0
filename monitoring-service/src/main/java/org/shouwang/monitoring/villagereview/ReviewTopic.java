package org.shouwang.monitoring.villagereview;

import org.shouwang.eventsourcing.Worded;

/** What a village meeting can decide about a household. */
public enum ReviewTopic implements Worded {
    INCLUSION("纳入评议"),
    REMOVAL("风险消除评议");

    private final String zh;

    ReviewTopic(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
