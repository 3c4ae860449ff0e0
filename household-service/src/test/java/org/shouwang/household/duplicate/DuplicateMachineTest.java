package org.shouwang.household.duplicate;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.shouwang.eventsourcing.Machine;
import org.shouwang.household.duplicate.Duplicate.Known;
import org.shouwang.household.duplicate.DuplicateCommand.*;

/** Every step of a double registration in every state, asked for by two counties. */
class DuplicateMachineTest {

    private static final UUID HOUSEHOLD = UUID.nameUUIDFromBytes(new byte[] {1});
    private static final UUID MEMBER = UUID.nameUUIDFromBytes(new byte[] {2});
    private static final String AREA = "610727105208";
    private static final String ASKING = "610728000000";
    private static final String ELSEWHERE = "610729000000";
    private static final LocalDate TOLD = LocalDate.of(2021, 9, 7);

    @TestFactory
    Stream<DynamicTest> every_step_in_every_state() {
        return new Machine<>(
                        new DuplicateDecider(),
                        DuplicateEvent.class,
                        "/machines/duplicate.md",
                        DuplicateMachineTest::name)
                .on("detect", n -> detected(ASKING, n))
                .on("detect from another county", n -> detected(ELSEWHERE, n))
                .on("refuse", n -> new Refuse("一直住在本村", TOLD.plusMonths(3).plusDays(n)))
                .on(
                        "refuse without a reason",
                        n -> new Refuse(" ", TOLD.plusMonths(3).plusDays(n)))
                .on("refuse before it was told", n -> new Refuse("一直住在本村", TOLD.minusDays(1L + n)))
                .on("leave", n -> new Leave(TOLD.plusMonths(3).plusDays(n)))
                .on("move", n -> new Move("61072710530" + n, TOLD.plusMonths(3).plusDays(n)))
                .on(
                        "move to where it is",
                        (n, state) -> new Move(state instanceof Known s ? s.areaCode() : AREA, TOLD.plusDays(n)))
                .walked(DuplicateCommand.class);
    }

    private static DuplicateCommand detected(String county, int n) {
        return new Detect(HOUSEHOLD, MEMBER, AREA, county, TOLD.plusDays(n));
    }

    private static String name(Duplicate state) {
        if (!(state instanceof Known s)) return "UNKNOWN";
        if (s.open()) return s.detected().county().equals(ASKING) ? "OPEN" : "OPEN_ELSEWHERE";
        return s.resolved().stays() ? "STAYS" : "LEFT";
    }
}
