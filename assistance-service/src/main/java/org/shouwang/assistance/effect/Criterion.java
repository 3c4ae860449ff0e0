package org.shouwang.assistance.effect;

/** The answer of a review on one risk. @param note may be null */
public record Criterion(String risk, boolean solved, String note) {}
