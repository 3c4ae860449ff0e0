package org.shouwang.household.screening;

/** Why a list's rows are not as many as it states. Stored by name. */
public enum TotalReason {
    /** Rows of it mean what another row means. */
    LISTED_TWICE,
    /** The stated number is wrong. */
    NUMBER_WRONG
}
