package org.shouwang.household.roster;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.shouwang.eventsourcing.Machine;
import org.shouwang.household.roster.ImportCommand.Check;
import org.shouwang.household.roster.ImportCommand.Finish;
import org.shouwang.household.roster.ImportCommand.Reject;
import org.shouwang.household.roster.ImportEvent.Format;
import org.shouwang.household.roster.ImportEvent.RosterApplied;
import org.shouwang.household.roster.ImportEvent.RosterChecked;

/** Every step of a roster in every state. */
class ImportMachineTest {

    @TestFactory
    Stream<DynamicTest> every_step_in_every_state() {
        return new Machine<>(new ImportDecider(), ImportEvent.class, "/machines/import.md", ImportMachineTest::name)
                .on("check", n -> new Check(checked(n)))
                .on("apply", n -> new Finish(new RosterApplied(n, 0, 0, 0)))
                .on("reject", n -> new Reject("误传了第" + n + "份花名册", 0))
                .on("reject what is applied in part", n -> new Reject("误传了第" + n + "份花名册", 1))
                .walked(ImportCommand.class);
    }

    private static String name(Import state) {
        return switch (state) {
            case Import.Unknown _ -> "RECEIVED";
            case Import.Checked _ -> "VALIDATED";
            case Import.Rejected _ -> "REJECTED";
            case Import.Applied _ -> "APPLIED";
        };
    }

    private static RosterChecked checked(int accepted) {
        return new RosterChecked(
                "610727105208",
                Format.XLSX,
                "ab".repeat(32),
                100,
                LocalDate.of(2021, 9, 7),
                60,
                30,
                60,
                accepted,
                30 - accepted,
                0);
    }
}
