package org.shouwang.monitoring.villagereview;

/** What a village meeting can decide about a household. */
public enum ReviewTopic {
    INCLUSION,
    REMOVAL
}
