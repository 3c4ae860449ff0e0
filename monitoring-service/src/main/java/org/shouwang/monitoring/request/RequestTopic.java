package org.shouwang.monitoring.request;

import org.shouwang.eventsourcing.Worded;

/** What a household asks about. */
public enum RequestTopic implements Worded {
    WATER("饮水"),
    MEDICAL("医疗"),
    HOUSING("住房"),
    EDUCATION("教育"),
    EMPLOYMENT("就业"),
    INDUSTRY("产业"),
    ROAD("道路"),
    OTHER("其他");

    private final String zh;

    RequestTopic(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
