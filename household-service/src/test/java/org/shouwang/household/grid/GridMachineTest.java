package org.shouwang.household.grid;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.shouwang.eventsourcing.Machine;
import org.shouwang.household.grid.Grid.Defined;
import org.shouwang.household.grid.Grid.Unknown;
import org.shouwang.household.grid.GridCommand.*;

/** Every step of a grid with one member in every state, a day after the one before. */
class GridMachineTest {

    private static final String GRID = "610727105208-W001";
    private static final String USER = "grid-member";

    @TestFactory
    Stream<DynamicTest> every_step_in_every_state() {
        return new Machine<>(new GridDecider(), GridEvent.class, "/machines/grid.md", GridMachineTest::name)
                .on("define", n -> new Define(GRID, List.of("610727105208-Z01"), List.of(), day(n)))
                .on("assign", n -> new Assign(USER, new Carer("赵甲", "13900000000", null), day(n)))
                .on("release", n -> new Release(USER, "换岗", day(n)))
                .walked(GridCommand.class);
    }

    private static String name(Grid state) {
        return switch (state) {
            case Unknown _ -> "UNKNOWN";
            case Defined s -> s.members().containsKey(USER) ? "MANNED" : "DEFINED";
        };
    }

    private static LocalDate day(int step) {
        return LocalDate.of(2021, 9, 7).plusDays(step);
    }
}
