package org.shouwang.monitoring.warning;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.shouwang.eventsourcing.Machine;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.facts.Indicator;
import org.shouwang.monitoring.facts.SafeguardFact;
import org.shouwang.monitoring.facts.SafeguardResult;
import org.shouwang.monitoring.object.Grade;
import org.shouwang.monitoring.object.MonitoredObject;
import org.shouwang.monitoring.object.MonitoredObject.Active;
import org.shouwang.monitoring.object.MonitoredObject.Entry;
import org.shouwang.monitoring.object.MonitoredObject.Episode;
import org.shouwang.monitoring.object.ObjectEvent.BigDataImported;
import org.shouwang.monitoring.object.ObjectType;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.policy.SamplePolicies;
import org.shouwang.monitoring.warning.WarningCommand.*;

/** Every step of a warning in every state, a day after the one before, under the 2020 plan. */
class WarningMachineTest {

    private static final UUID HOUSEHOLD = new UUID(0, 1);
    private static final LocalDate BEGUN = LocalDate.of(2020, 5, 1);
    private static final PolicyTerms TERMS = SamplePolicies.town2020();

    @TestFactory
    Stream<DynamicTest> every_step_in_every_state() {
        return new Machine<>(new WarningDecider(), WarningEvent.class, "/machines/warning.md", WarningMachineTest::name)
                .on("raise", n -> raise(n, Entry.IMPORTED))
                .on("raise before the entry", n -> raise(n, Entry.ENTERED))
                .on("annotate", n -> new Annotate("P-" + n, day(n), object(Entry.IMPORTED)))
                .on("annotate before the entry", n -> new Annotate("P-" + n, day(n), object(Entry.ENTERED)))
                .on("assign", n -> new Assign("WATER", "water-clerk", day(n)))
                .on("handle", n -> new Handle("检修水管", null, day(n)))
                .on("close", n -> close(n, SafeguardResult.PASS))
                .on("close unsolved", n -> close(n, SafeguardResult.AT_RISK))
                .on("revisit", n -> new Revisit("helper", "供水正常", true, day(n), TERMS))
                .on("revisit unsolved", n -> new Revisit("helper", "又断水", false, day(n), TERMS))
                .on("reopen", n -> new Reopen("又断水", day(n), object(Entry.IMPORTED), TERMS))
                .on("cancel", n -> new Cancel("核实为误报，已经解除", day(n), 1))
                .on("move", n -> new Move("6107271052" + (10 + n), day(n)))
                .on("note what is late", n -> new NoteOverdue(day(n)))
                .walked(WarningCommand.class);
    }

    private static String name(Warning state) {
        return switch (state) {
            case Warning.Unknown _ -> "UNKNOWN";
            case Warning.Known w -> w.stage().name();
        };
    }

    private static LocalDate day(int step) {
        return BEGUN.plusDays(step);
    }

    private static Raise raise(int n, Entry entry) {
        return new Raise(
                HOUSEHOLD,
                object(entry),
                WarningItem.WATER,
                WarningLevel.RED,
                WarningSource.PATROL,
                "断水",
                day(n),
                TERMS,
                null);
    }

    private static MonitoredObject object(Entry entry) {
        return new Active(new Episode(
                1,
                new UUID(0, 2),
                "610727105208",
                ObjectType.UNSTABLE,
                List.of("11"),
                Grade.YELLOW,
                entry,
                BEGUN.minusDays(20),
                entry == Entry.IMPORTED ? List.of(new BigDataImported("B-1", BEGUN.minusDays(10))) : List.of()));
    }

    private static Close close(int n, SafeguardResult water) {
        var items = Arrays.stream(Indicator.values())
                .map(i -> new SafeguardFact.Item(i, i == Indicator.WATER ? water : SafeguardResult.PASS))
                .toList();
        var check = new SafeguardFact(new UUID(1, n), HOUSEHOLD, day(n), items);
        return new Close(
                check, List.of(), null, List.of(new DocumentRef("DOC_PHOTO", "ab".repeat(32))), day(n), Recheck.NONE);
    }
}
