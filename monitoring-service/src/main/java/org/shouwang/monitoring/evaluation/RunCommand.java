package org.shouwang.monitoring.evaluation;

import java.time.LocalDate;
import java.util.UUID;

/** Everything one can ask of a re-evaluation. */
public sealed interface RunCommand {

    record Start(String areaCode, LocalDate on, String policyId, Integer policyVersion, String reason)
            implements RunCommand {}

    /** @param last null: nobody was left */
    record Advance(UUID last, int evaluated, int changed, int unsaid, Persons persons, boolean end)
            implements RunCommand {}
}
