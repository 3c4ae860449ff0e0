package org.shouwang.monitoring.check;

/** How a household was reached. */
public enum CheckMethod {
    ON_SITE,
    /** Only for households that are away. */
    PHONE
}
