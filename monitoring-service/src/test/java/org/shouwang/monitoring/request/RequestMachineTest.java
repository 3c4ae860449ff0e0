package org.shouwang.monitoring.request;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.shouwang.eventsourcing.Machine;
import org.shouwang.monitoring.request.RequestCommand.*;
import org.shouwang.monitoring.request.RequestEvent.*;

/** Every step of a household's request in every state. */
class RequestMachineTest {

    private static final LocalDate DAY = LocalDate.of(2021, 11, 3);

    @TestFactory
    Stream<DynamicTest> every_step_in_every_state() {
        return new Machine<>(new RequestDecider(), RequestEvent.class, "/machines/request.md", RequestMachineTest::name)
                .on("ask", n -> new Open(asked(n), null))
                .on("ask for a household that was given up", n -> new Open(asked(n), DAY))
                .on("answer", n -> new Answer("已入户检测", DAY.plusDays(n), "WATER"))
                .on("answer for another department", n -> new Answer("已入户检测", DAY.plusDays(n), "CIVIL"))
                .on("answer on a day before it was asked", _ -> new Answer("已入户检测", DAY.minusDays(1), null))
                .on("make it a clue", n -> new Promote(new UUID(1, n), DAY.plusDays(n)))
                .on("move", n -> new Move("6107271052" + (10 + n), DAY.plusDays(n)))
                .walked(RequestCommand.class);
    }

    private static HouseholdRequestRecorded asked(int n) {
        return new HouseholdRequestRecorded(
                new UUID(0, 1), "610727105208", RequestTopic.WATER, "担心水管冻裂".repeat(n + 1), "WATER", DAY);
    }

    private static String name(HouseholdRequest state) {
        return switch (state) {
            case HouseholdRequest.Unknown _ -> "UNKNOWN";
            case HouseholdRequest.Open _ -> "OPEN";
            case HouseholdRequest.Closed s -> s.end() instanceof HouseholdRequestAnswered ? "ANSWERED" : "PROMOTED";
        };
    }
}
