package org.shouwang.monitoring.check;

/** How income has gone since the last visit. */
public enum IncomeChange {
    ROSE,
    SAME,
    FELL
}
