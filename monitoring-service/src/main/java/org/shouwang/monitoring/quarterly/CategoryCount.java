package org.shouwang.monitoring.quarterly;

/** How many households of a kind were to be looked at. */
public record CategoryCount(HouseholdCategory category, int households) {}
