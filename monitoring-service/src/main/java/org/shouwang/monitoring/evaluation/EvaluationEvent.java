package org.shouwang.monitoring.evaluation;

import java.time.LocalDate;
import java.util.UUID;

/** Everything that can have happened to what is recommended for a household outside of its cases; the stream is the household. */
public sealed interface EvaluationEvent {

    /**
     * Cases that are closed stay as they were decided.
     *
     * @param before what was recommended last, by a case or a run before; null: never anything
     * @param changed another answer than before
     */
    record HouseholdReevaluated(UUID runId, String areaCode, LocalDate on, Advice before, Advice now, boolean changed)
            implements EvaluationEvent {}
}
