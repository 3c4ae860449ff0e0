package org.shouwang.household.area;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.shouwang.eventsourcing.Machine;
import org.shouwang.household.area.AreaCommand.*;

/** Every step of a village in every state, in the block of its county. */
class AreaMachineTest {

    private static final String VILLAGE = "610727105208";
    private static final String OTHER = "610727105209";
    private static final LocalDate BEGUN = LocalDate.of(2016, 1, 1);

    @TestFactory
    Stream<DynamicTest> every_step_in_every_state() {
        return new Machine<>(new AreaDecider(), AreaEvent.class, "/machines/area.md", AreaMachineTest::name)
                .on("register", n -> Register.one(VILLAGE, "第" + n + "名", BEGUN))
                .on("replace", n -> new Replace(VILLAGE, OTHER, BEGUN.plusYears(n)))
                .on("replace by itself", n -> new Replace(VILLAGE, VILLAGE, BEGUN.plusYears(n)))
                .on("close", n -> new Close(VILLAGE, BEGUN.plusYears(n)))
                .on("close before it began", n -> new Close(VILLAGE, BEGUN.minusYears(1 + n)))
                .walked(AreaCommand.class);
    }

    private static String name(AreaBlock block) {
        var village = block.units().get(VILLAGE);
        if (village == null) return "UNKNOWN";
        if (village.validTo() == null) return "IN_FORCE";
        return village.replacedBy() == null ? "CLOSED" : "REPLACED";
    }
}
