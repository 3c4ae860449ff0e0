package org.shouwang.monitoring.patrol;

/** One thing that a patrol came across, in words that name nobody. */
public record PatrolFinding(FindingKind kind, String text) {}
