package org.shouwang.monitoring.object;

/** What made somebody look at the grade again. */
public enum GradeTrigger {
    IDENTIFICATION,
    MONTHLY_CHECK,
    INCOME_UPDATE,
    HARDSHIP_EVENT,
    REEVALUATION,
    /** A red warning, by where it came from, as are the following. */
    PATROL,
    DEPARTMENT,
    HOUSEHOLD,
    MEETING,
    INSPECTION
}
