package org.shouwang.monitoring.facts;

/** How one indicator was found. */
public enum SafeguardResult {
    PASS,
    FAIL,
    /** 有可能不达标 */
    AT_RISK,
    NOT_APPLICABLE,
    UNKNOWN;

    public boolean bad() {
        return this == FAIL || this == AT_RISK;
    }

    public boolean good() {
        return this == PASS || this == NOT_APPLICABLE;
    }
}
