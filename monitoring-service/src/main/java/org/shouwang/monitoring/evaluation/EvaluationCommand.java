package org.shouwang.monitoring.evaluation;

import java.time.LocalDate;
import java.util.UUID;

/** Everything one can ask of what is recommended for a household. */
public sealed interface EvaluationCommand {

    /** @param advised what its last case was recommended; null: nothing @param advisedOn when */
    record Reevaluate(UUID runId, String areaCode, LocalDate on, Advice now, Advice advised, LocalDate advisedOn)
            implements EvaluationCommand {}
}
