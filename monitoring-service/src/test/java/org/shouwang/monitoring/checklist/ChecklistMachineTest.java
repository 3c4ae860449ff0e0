package org.shouwang.monitoring.checklist;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.shouwang.eventsourcing.Machine;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.checklist.ChecklistCommand.*;
import org.shouwang.monitoring.policy.ChecklistItem;

/** Every step of an item of a village's checklist in every state. */
class ChecklistMachineTest {

    private static final String VILLAGE = "610727105208";
    private static final LocalDate DAY = LocalDate.of(2021, 11, 1);
    private static final DocumentRef PHOTO = new DocumentRef("DOC_PHOTO", "ab".repeat(32));

    @TestFactory
    Stream<DynamicTest> every_step_in_every_state() {
        return new Machine<>(
                        new ChecklistDecider(),
                        ChecklistEvent.class,
                        "/machines/checklist.md",
                        ChecklistMachineTest::name)
                .on("show", n -> new Show(VILLAGE, ChecklistItem.FLOW_CHART, DAY.plusDays(n), PHOTO))
                .on("note that it is gone", n -> new NoteGone(VILLAGE, ChecklistItem.FLOW_CHART, DAY.plusDays(n)))
                .walked(ChecklistCommand.class);
    }

    private static String name(ChecklistEntry state) {
        return switch (state) {
            case ChecklistEntry.Missing _ -> "MISSING";
            case ChecklistEntry.Shown _ -> "SHOWN";
            case ChecklistEntry.Gone _ -> "GONE";
        };
    }
}
