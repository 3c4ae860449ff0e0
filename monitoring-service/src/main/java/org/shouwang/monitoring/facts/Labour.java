package org.shouwang.monitoring.facts;

/** A member's capacity for work, by the national collection form. */
public enum Labour {
    NORMAL,
    SKILLED,
    WEAK,
    LOST,
    NONE;

    /** Some capacity, be it weak. */
    public boolean able() {
        return this != LOST && this != NONE;
    }
}
