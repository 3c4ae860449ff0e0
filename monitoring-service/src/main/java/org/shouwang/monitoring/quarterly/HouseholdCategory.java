package org.shouwang.monitoring.quarterly;

/** The kinds of household that a review counts, each household under one of them. */
public enum HouseholdCategory {
    LIFTED,
    DIBAO,
    TEKUN,
    DIBAO_EDGE,
    DISABLED,
    GENERAL
}
