package org.shouwang.monitoring.facts;

/** What a household is registered as. */
public enum RegisteredType {
    /** 一般户 */
    GENERAL,
    /** 脱贫户 */
    LIFTED
}
