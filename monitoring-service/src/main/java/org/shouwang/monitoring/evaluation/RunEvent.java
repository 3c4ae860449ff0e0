package org.shouwang.monitoring.evaluation;

import java.time.LocalDate;
import java.util.UUID;

/** Everything that can have happened to a re-evaluation of an area; the stream is the run. */
public sealed interface RunEvent {

    /** @param policyId the policy under which all are judged; null: that which is in force in each village on the day */
    record ReevaluationStarted(String areaCode, LocalDate on, String policyId, Integer policyVersion, String reason)
            implements RunEvent {}

    /**
     * A piece of the area, with the events of its households.
     *
     * @param last household of the piece; the next begins behind it
     * @param evaluated households of which something could be said
     * @param changed of those, with another answer than before
     * @param unsaid households without a policy, a line, an income or a check
     * @param persons of these households; null where they were not counted yet
     */
    record ReevaluationAdvanced(UUID last, int evaluated, int changed, int unsaid, Persons persons)
            implements RunEvent {}

    /** @param persons null where those of a piece are unknown */
    record ReevaluationFinished(int evaluated, int changed, int unsaid, Persons persons) implements RunEvent {}
}
