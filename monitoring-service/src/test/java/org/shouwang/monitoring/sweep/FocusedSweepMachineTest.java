package org.shouwang.monitoring.sweep;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.shouwang.eventsourcing.Machine;
import org.shouwang.monitoring.sweep.FocusedSweep.*;
import org.shouwang.monitoring.sweep.FocusedSweepCommand.*;

/** Every step of a focused sweep in every state. */
class FocusedSweepMachineTest {

    private static final LocalDate BEGUN = LocalDate.of(2021, 4, 1);

    @TestFactory
    Stream<DynamicTest> every_step_in_every_state() {
        return new Machine<>(
                        new FocusedSweepDecider(),
                        FocusedSweepEvent.class,
                        "/machines/sweep.md",
                        FocusedSweepMachineTest::name)
                .on("start", n -> start(n))
                .on("finish", n -> new Finish(BEGUN.plusDays(n), 0, 0, null))
                .on("finish with some left", n -> new Finish(BEGUN.plusDays(n), 3, 11, " "))
                .walked(FocusedSweepCommand.class);
    }

    private static String name(FocusedSweep state) {
        return switch (state) {
            case Unknown _ -> "UNKNOWN";
            case Running _ -> "RUNNING";
            case Finished _ -> "FINISHED";
        };
    }

    private static Start start(int n) {
        return new Start("610727105208", "第" + n + "次排查", BEGUN, BEGUN.plusMonths(1), null, null, List.of());
    }
}
