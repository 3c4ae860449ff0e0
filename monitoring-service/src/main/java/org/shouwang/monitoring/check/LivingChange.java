package org.shouwang.monitoring.check;

/** How a household's living conditions (生活状态) have gone since the last visit. */
public enum LivingChange {
    BETTER,
    SAME,
    WORSE
}
