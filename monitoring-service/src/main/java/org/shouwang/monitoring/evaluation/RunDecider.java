package org.shouwang.monitoring.evaluation;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;

import java.util.ArrayList;
import java.util.List;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.Guard;
import org.shouwang.monitoring.SensitiveText;
import org.shouwang.monitoring.evaluation.RunCommand.*;
import org.shouwang.monitoring.evaluation.RunEvent.*;

/** A run is started once, goes on piece by piece, and ends once. */
final class RunDecider implements Decider<RunCommand, Run, RunEvent> {

    private static final int SHORTEST_REASON = 4;

    private record On(RunCommand command, Run state) {}

    @Override
    public Decision<RunEvent> decide(RunCommand command, Run state) {
        return switch (new On(command, state)) {
            case On(Start c, Run r) when r.started() == null -> start(c);
            case On(Start c, Run r) when r.started().equals(started(c)) -> nothing();
            case On(Start _, Run _) -> refuse(RunRefusal.REEVALUATION_EXISTS);
            case On(Advance _, Run r) when r.started() == null -> refuse(Guard.NOT_FOUND);
            case On(Advance _, Run r) when r.finished() -> nothing();
            case On(Advance c, Run r) -> advance(c, r);
        };
    }

    private static Decision<RunEvent> start(Start c) {
        if (c.reason() == null || c.reason().strip().length() < SHORTEST_REASON) return refuse(Guard.REASON_REQUIRED);
        var sensitive = SensitiveText.numbersIn(c.reason());
        return sensitive.isEmpty() ? accept(started(c)) : refuse(Guard.SENSITIVE_TEXT, sensitive);
    }

    private static ReevaluationStarted started(Start c) {
        return new ReevaluationStarted(c.areaCode(), c.on(), c.policyId(), c.policyVersion(), c.reason());
    }

    private static Decision<RunEvent> advance(Advance c, Run r) {
        var events = new ArrayList<RunEvent>();
        if (c.last() != null)
            events.add(new ReevaluationAdvanced(c.last(), c.evaluated(), c.changed(), c.unsaid(), c.persons()));
        if (c.end())
            events.add(new ReevaluationFinished(
                    r.evaluated() + c.evaluated(),
                    r.changed() + c.changed(),
                    r.unsaid() + c.unsaid(),
                    sum(r.persons(), c.persons())));
        return accept(List.copyOf(events));
    }

    private static Persons sum(Persons before, Persons more) {
        return before == null ? null : before.plus(more);
    }

    @Override
    public Run initial() {
        return new Run(null, null, 0, 0, 0, Persons.NONE, false);
    }

    @Override
    public Run evolve(Run r, RunEvent event) {
        return switch (event) {
            case ReevaluationStarted e -> new Run(e, null, 0, 0, 0, Persons.NONE, false);
            case ReevaluationAdvanced e ->
                new Run(
                        r.started(),
                        e.last(),
                        r.evaluated() + e.evaluated(),
                        r.changed() + e.changed(),
                        r.unsaid() + e.unsaid(),
                        sum(r.persons(), e.persons()),
                        false);
            case ReevaluationFinished _ ->
                new Run(r.started(), r.last(), r.evaluated(), r.changed(), r.unsaid(), r.persons(), true);
        };
    }
}
