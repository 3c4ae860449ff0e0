package org.shouwang.monitoring.figures;

/** A count as the field gives it: households 户 and persons 人, always both. */
public record Count(long households, long persons) {

    static final Count NONE = new Count(0, 0);

    public Count plus(Count other) {
        return new Count(households + other.households, persons + other.persons);
    }

    Count minus(Count other) {
        return new Count(households - other.households, persons - other.persons);
    }
}
