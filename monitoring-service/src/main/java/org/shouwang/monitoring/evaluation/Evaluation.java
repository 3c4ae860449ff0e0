package org.shouwang.monitoring.evaluation;

import org.shouwang.monitoring.evaluation.EvaluationEvent.HouseholdReevaluated;

/** What is recommended for a household must remember the last time only. @param last null: never */
record Evaluation(HouseholdReevaluated last) {}
