package org.shouwang.household.income;

/** Which figure a statement gives; both are reckoned alike, the name is kept. */
public enum Measure {
    NET,
    DISPOSABLE
}
