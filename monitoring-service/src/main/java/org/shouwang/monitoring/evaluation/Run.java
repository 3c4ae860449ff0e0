package org.shouwang.monitoring.evaluation;

import java.util.UUID;
import org.shouwang.monitoring.evaluation.RunEvent.ReevaluationStarted;

/**
 * What a re-evaluation must remember to go on.
 *
 * @param started null: not yet
 * @param last household that was done
 * @param persons null where those of a piece are unknown
 */
record Run(
        ReevaluationStarted started,
        UUID last,
        int evaluated,
        int changed,
        int unsaid,
        Persons persons,
        boolean finished) {}
