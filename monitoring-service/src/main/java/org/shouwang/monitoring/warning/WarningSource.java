package org.shouwang.monitoring.warning;

/** Where a warning came from. */
public enum WarningSource {
    MONTHLY_CHECK,
    PATROL,
    DEPARTMENT,
    HOUSEHOLD,
    MEETING,
    INSPECTION
}
