package org.shouwang.monitoring.identification;

/** The votes of a village review. */
public record Votes(int agree, int disagree, int abstain) {}
