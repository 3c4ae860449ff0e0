package org.shouwang.monitoring.evaluation;

/** Persons 人 of the households that a re-evaluation counts, since no count of the field stands without them. */
public record Persons(int evaluated, int changed, int unsaid) {

    static final Persons NONE = new Persons(0, 0, 0);

    /** @param other null: unknown, as it is then of both */
    Persons plus(Persons other) {
        return other == null
                ? null
                : new Persons(evaluated + other.evaluated, changed + other.changed, unsaid + other.unsaid);
    }
}
