package org.shouwang.monitoring.topic;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.topic.SweepRefusal.*;

import java.util.Objects;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.Guard;
import org.shouwang.monitoring.SensitiveText;
import org.shouwang.monitoring.topic.SweepCommand.*;
import org.shouwang.monitoring.topic.SweepDecider.Sweep;
import org.shouwang.monitoring.topic.SweepEvent.*;

/** A sweep begins once and ends once; it ends before all have answered only for a reason. */
final class SweepDecider implements Decider<SweepCommand, Sweep, SweepEvent> {

    /** @param started null: never @param closed null: it goes on */
    record Sweep(TopicSweepStarted started, TopicSweepClosed closed) {}

    @Override
    public Decision<SweepEvent> decide(SweepCommand command, Sweep state) {
        return switch (command) {
            case Start c when c.sweep().equals(state.started()) -> nothing();
            case Start _ when state.started() != null -> refuse(SWEEP_ALREADY_STARTED);
            case Start c -> start(c.sweep());
            case Close _ when state.started() == null -> refuse(SWEEP_UNKNOWN);
            case Close c
            when state.closed() != null -> same(c.end(), state.closed()) ? nothing() : refuse(SWEEP_CLOSED);
            case Close c
            when c.end().on().isBefore(state.started().from()) ->
                refuse(Guard.DATE_OUT_OF_ORDER, state.started().from().toString());
            case Close c -> close(c.end());
        };
    }

    private static Decision<SweepEvent> close(TopicSweepClosed end) {
        if (!SensitiveText.numbersIn(end.reason()).isEmpty()) return refuse(Guard.SENSITIVE_TEXT, "reason");
        var left = end.objects() - end.answered();
        return left > 0 && (end.reason() == null || end.reason().isBlank())
                ? refuse(UNCHECKED_LEFT, Integer.toString(left))
                : accept(end);
    }

    /** How many were left may have changed since. */
    private static boolean same(TopicSweepClosed asked, TopicSweepClosed known) {
        return asked.on().equals(known.on()) && Objects.equals(asked.reason(), known.reason());
    }

    private static Decision<SweepEvent> start(TopicSweepStarted s) {
        var codes = s.questions().stream().map(Question::code).distinct().count();
        if (s.title().isBlank()
                || s.to().isBefore(s.from())
                || s.questions().isEmpty()
                || codes < s.questions().size()
                || s.questions().stream().anyMatch(q -> q.text().isBlank())) return refuse(SWEEP_INCOMPLETE);
        return SensitiveText.numbersIn(s.title()).isEmpty() ? accept(s) : refuse(Guard.SENSITIVE_TEXT, "title");
    }

    @Override
    public Sweep initial() {
        return new Sweep(null, null);
    }

    @Override
    public Sweep evolve(Sweep state, SweepEvent event) {
        return switch (event) {
            case TopicSweepStarted e -> new Sweep(e, null);
            case TopicSweepClosed e -> new Sweep(state.started(), e);
        };
    }
}
