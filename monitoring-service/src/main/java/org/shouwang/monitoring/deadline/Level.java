package org.shouwang.monitoring.deadline;

/** Whose turn it is. */
public enum Level {
    VILLAGE,
    TOWN,
    COUNTY
}
