package org.shouwang.monitoring.figures;

/** A count as the field gives it: households 户 and persons 人, always both. */
record Count(long households, long persons) {

    static final Count NONE = new Count(0, 0);

    Count plus(Count other) {
        return new Count(households + other.households, persons + other.persons);
    }

    Count minus(Count other) {
        return new Count(households - other.households, persons - other.persons);
    }
}
