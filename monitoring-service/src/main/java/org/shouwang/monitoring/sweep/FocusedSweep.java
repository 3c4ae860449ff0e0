package org.shouwang.monitoring.sweep;

import org.shouwang.monitoring.sweep.FocusedSweepEvent.*;

/** What a sweep must remember to decide. */
public sealed interface FocusedSweep {

    record Unknown() implements FocusedSweep {}

    record Running(SweepStarted started) implements FocusedSweep {}

    record Finished(SweepStarted started, SweepFinished finished) implements FocusedSweep {}
}
