package org.shouwang.monitoring.sweep;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.sweep.FocusedSweepRefusal.*;

import java.util.Objects;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.SensitiveText;
import org.shouwang.monitoring.sweep.FocusedSweep.*;
import org.shouwang.monitoring.sweep.FocusedSweepCommand.*;
import org.shouwang.monitoring.sweep.FocusedSweepEvent.*;

/** A sweep begins once and ends once; it ends before everybody was seen only for a reason. */
public final class FocusedSweepDecider implements Decider<FocusedSweepCommand, FocusedSweep, FocusedSweepEvent> {

    private record On(FocusedSweepCommand command, FocusedSweep state) {}

    @Override
    public Decision<FocusedSweepEvent> decide(FocusedSweepCommand command, FocusedSweep state) {
        return switch (new On(command, state)) {
            case On(Start c, Unknown _) -> start(c);
            case On(Start c, Running s) when started(c).equals(s.started()) -> nothing();
            case On(Start c, Finished s) when started(c).equals(s.started()) -> nothing();
            case On(Start _, FocusedSweep _) -> refuse(SWEEP_EXISTS);
            case On(Finish _, Unknown _) -> refuse(SWEEP_UNKNOWN);
            case On(Finish c, Finished s) when same(c, s.finished()) -> nothing();
            case On(Finish _, Finished _) -> refuse(SWEEP_FINISHED);
            case On(Finish c, Running s)
            when c.on().isBefore(s.started().from()) ->
                refuse(DATE_OUT_OF_ORDER, s.started().from().toString());
            case On(Finish c, Running _)
            when !SensitiveText.numbersIn(c.reason()).isEmpty() -> refuse(SENSITIVE_TEXT, "reason");
            case On(Finish c, Running _)
            when c.unchecked() > 0 && blank(c.reason()) -> refuse(UNCHECKED_LEFT, Long.toString(c.unchecked()));
            case On(Finish c, Running _) -> accept(new SweepFinished(c.on(), c.unchecked(), c.reason(), c.persons()));
        };
    }

    private static Decision<FocusedSweepEvent> start(Start c) {
        var months = (c.incomeFrom() == null) == (c.incomeTo() == null)
                && (c.incomeFrom() == null || !c.incomeTo().isBefore(c.incomeFrom()));
        if (blank(c.name()) || c.to().isBefore(c.from()) || !months) return refuse(SWEEP_INCOMPLETE);
        if (!SensitiveText.numbersIn(c.name()).isEmpty()) return refuse(SENSITIVE_TEXT, "name");
        return accept(started(c));
    }

    private static SweepStarted started(Start c) {
        return new SweepStarted(
                c.areaCode(), c.name(), c.from(), c.to(), c.incomeFrom(), c.incomeTo(), c.focusGroups());
    }

    /** How many were left may have changed since. */
    private static boolean same(Finish c, SweepFinished e) {
        return c.on().equals(e.on()) && Objects.equals(c.reason(), e.reason());
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    @Override
    public FocusedSweep initial() {
        return new Unknown();
    }

    @Override
    public FocusedSweep evolve(FocusedSweep state, FocusedSweepEvent event) {
        return switch (event) {
            case SweepStarted e -> new Running(e);
            case SweepFinished e -> state instanceof Running running ? new Finished(running.started(), e) : state;
        };
    }
}
