package org.shouwang.monitoring.check;

/** How those who can work are employed, as a visit finds it. */
public enum Employment {
    STABLE,
    UNSTABLE,
    NONE,
    /** Nobody of the household can work. */
    NOT_APPLICABLE
}
