package org.shouwang.monitoring.clue;

/** What looking into a clue led to. */
public enum ClueResult {
    TO_CASE,
    NO_RISK,
    DUPLICATE,
    NOT_FOUND,
    RESOLVED_BY_DEPT
}
