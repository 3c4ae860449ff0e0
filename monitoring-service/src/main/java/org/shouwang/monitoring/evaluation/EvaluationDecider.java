package org.shouwang.monitoring.evaluation;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;

import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.evaluation.EvaluationCommand.Reevaluate;
import org.shouwang.monitoring.evaluation.EvaluationEvent.HouseholdReevaluated;

/** Once for each run, held against what was recommended last. */
final class EvaluationDecider implements Decider<EvaluationCommand, Evaluation, EvaluationEvent> {

    private record On(EvaluationCommand command, Evaluation state) {}

    @Override
    public Decision<EvaluationEvent> decide(EvaluationCommand command, Evaluation state) {
        return switch (new On(command, state)) {
            case On(Reevaluate c, Evaluation(var last))
            when last != null && last.runId().equals(c.runId()) -> nothing();
            case On(Reevaluate c, Evaluation(var last)) -> {
                var before = before(c, last);
                yield accept(new HouseholdReevaluated(
                        c.runId(),
                        c.areaCode(),
                        c.on(),
                        before,
                        c.now(),
                        c.now().differs(before)));
            }
        };
    }

    /** A case may have been recommended something since the last run. */
    private static Advice before(Reevaluate c, HouseholdReevaluated last) {
        if (last == null) return c.advised();
        return c.advised() != null && c.advisedOn().isAfter(last.on()) ? c.advised() : last.now();
    }

    @Override
    public Evaluation initial() {
        return new Evaluation(null);
    }

    @Override
    public Evaluation evolve(Evaluation state, EvaluationEvent event) {
        return switch (event) {
            case HouseholdReevaluated e -> new Evaluation(e);
        };
    }
}
