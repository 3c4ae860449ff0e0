package org.shouwang.assistance.effect;

/** What a review of effect found. */
public enum Conclusion {
    EFFECTIVE,
    INEFFECTIVE
}
