package org.shouwang.household.screening;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.shouwang.eventsourcing.Machine;
import org.shouwang.household.screening.DeliveryCommand.*;
import org.shouwang.household.screening.DeliveryEvent.*;

/** Every step of a delivery in every state, with a total that agrees and one that does not. */
class DeliveryMachineTest {

    private static final int ROWS = 10;

    @TestFactory
    Stream<DynamicTest> every_step_in_every_state() {
        return new Machine<>(
                        new DeliveryDecider(), DeliveryEvent.class, "/machines/delivery.md", DeliveryMachineTest::name)
                .on("receive", n -> received("HOUSING", ROWS + n, ROWS + n))
                .on("receive with another total", n -> received("HOUSING", ROWS + n, ROWS + n - 1))
                .on("receive of no department", n -> received("NOBODY", ROWS + n, ROWS + n))
                .on("finish", n -> new Finish(new ScreeningBatchMatched(n, 0, 0)))
                .on("close", _ -> closed(null, List.of(), 0, true))
                .on("close as a wrong number", _ -> closed(TotalReason.NUMBER_WRONG, List.of(), 0, true))
                .on("close as listed twice", _ -> closed(TotalReason.LISTED_TWICE, List.of(3), 0, true))
                .on("close by a row that it has not", _ -> closed(TotalReason.LISTED_TWICE, List.of(99), 0, false))
                .on("close with open rows", _ -> closed(null, List.of(), 1, true))
                .walked(DeliveryCommand.class);
    }

    private static DeliveryCommand received(String dept, int rows, int stated) {
        return new Receive(new ScreeningBatchReceived(
                dept, "610727000000", "2021-09", null, Format.CSV, "ab".repeat(32), rows, 0, stated));
    }

    private static DeliveryCommand closed(TotalReason reason, List<Integer> repeated, int open, boolean known) {
        return new Close(new ScreeningBatchClosed(reason, repeated), open, known);
    }

    private static String name(Delivery state) {
        return switch (state) {
            case Delivery.Unknown _ -> "UNKNOWN";
            case Delivery.Received s -> "RECEIVED" + odd(s.batch());
            case Delivery.Matched s -> "MATCHED" + odd(s.batch());
            case Delivery.Closed s -> s.as().reason() == null ? "CLOSED" : "CLOSED_" + s.as().reason();
        };
    }

    private static String odd(ScreeningBatchReceived batch) {
        return new StatedTotal(batch).agrees() ? "" : "_ODD";
    }
}
