package org.shouwang.monitoring.object;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.shouwang.eventsourcing.Machine;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.object.MonitoredObject.*;
import org.shouwang.monitoring.object.ObjectCommand.*;

/** Every step of a monitored household in every state, a day after the one before. */
class ObjectMachineTest {

    private static final DocumentRef DECISION = new DocumentRef("DOC_COUNTY_DECISION", "ab".repeat(32));
    private static final String REASON = "复核时收入核算有误，集体研究决定";

    @TestFactory
    Stream<DynamicTest> in_a_colour_under_the_plan_of_2020() {
        return machine("/machines/object.md", Grade.RED)
                .on("assess", (n, s) -> new Assess(other(s), GradeTrigger.REEVALUATION, "RED", day(n), 0))
                .on("assess as better with a warning open", n -> better(GradeTrigger.REEVALUATION, n, 1))
                .on("assess as better by a visit", n -> better(GradeTrigger.MONTHLY_CHECK, n, 0))
                .walked(ObjectCommand.class);
    }

    @TestFactory
    Stream<DynamicTest> without_a_colour_under_the_mechanism_of_2021() {
        return machine("/machines/object-2021.md", null).walked(ObjectCommand.class);
    }

    private static Machine<ObjectCommand, MonitoredObject, ObjectEvent> machine(String table, Grade grade) {
        return new Machine<>(new ObjectDecider(), ObjectEvent.class, table, ObjectMachineTest::name)
                .on("include", n -> include(n, grade))
                .on("assess as of no grade", n -> new Assess(null, GradeTrigger.REEVALUATION, "NONE", day(n), 0))
                .on("add a risk", (n, s) -> new AddRisk(fresh(s), "走访发现", day(n), true))
                .on("resolve a risk", (n, s) -> new ResolveRisk(present(s), List.of(), day(n)))
                .on("resolve an unknown risk", n -> new ResolveRisk("13", List.of(), day(n)))
                .on("enter", n -> new RecordNationalEntry("N-" + n, day(n)))
                .on("import", n -> new RecordImport("B-" + n, day(n)))
                .on("update the entry", n -> new RecordNationalUpdate(day(n)))
                .on("begin a removal", n -> new BeginRemoval(new UUID(7, n), day(n)))
                .on("abandon the removal", (n, s) -> new AbandonRemoval(removal(s), day(n)))
                .on("abandon another removal", n -> new AbandonRemoval(new UUID(8, n), day(n)))
                .on("remove", (n, s) -> remove(removal(s), n))
                .on("remove by another removal", n -> remove(new UUID(8, n), n))
                .on("revoke the removal", n -> new RevokeRemoval(day(n), REASON))
                .on("void", n -> new VoidInclusion(day(n), REASON, DECISION))
                .on("move", n -> new Move("6107271052" + (10 + n), day(n)));
    }

    private static String name(MonitoredObject state) {
        var name =
                switch (state) {
                    case Never _ -> "NEVER";
                    case Active _ -> "ACTIVE";
                    case Pending _ -> "PENDING";
                    case Removed _ -> "REMOVED";
                    case Voided _ -> "VOIDED";
                };
        if (state.current() == null) return name;
        return switch (state.current().entry()) {
            case NOT_ENTERED -> name;
            case ENTERED -> name + "/entered";
            case IMPORTED -> name + "/imported";
            case UPDATED -> name + "/updated";
        };
    }

    private static LocalDate day(int step) {
        return LocalDate.of(2021, 11, 15).plusDays(step);
    }

    private static Include include(int n, Grade grade) {
        return new Include(
                new UUID(5, n),
                "610727105208",
                ObjectType.UNSTABLE,
                List.of("01", "02", "03"),
                grade,
                new BigDecimal("4860.00"),
                new BigDecimal("6000.00"),
                day(n),
                10,
                30);
    }

    private static Assess better(GradeTrigger trigger, int n, int openWarnings) {
        return new Assess(Grade.GREEN, trigger, "GREEN", day(n), openWarnings);
    }

    private static Grade other(MonitoredObject state) {
        return state.current() != null && state.current().grade() == Grade.RED ? Grade.YELLOW : Grade.RED;
    }

    private static String fresh(MonitoredObject state) {
        return Stream.of("05", "06", "10", "11")
                .filter(r -> state.current() == null || !state.current().risks().contains(r))
                .findFirst()
                .orElseThrow();
    }

    private static String present(MonitoredObject state) {
        return state.current() == null ? "01" : state.current().risks().getFirst();
    }

    private static UUID removal(MonitoredObject state) {
        return switch (state) {
            case Pending p -> p.removalId();
            case Removed r -> r.removalId();
            case Never _, Active _, Voided _ -> new UUID(9, 9);
        };
    }

    private static Remove remove(UUID removal, int n) {
        return new Remove(removal, RemovalMethod.NATURAL, day(n), NaturalReason.ALL_MOVED_OUT, null);
    }
}
