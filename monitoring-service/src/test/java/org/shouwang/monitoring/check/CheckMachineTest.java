package org.shouwang.monitoring.check;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.shouwang.eventsourcing.Machine;
import org.shouwang.monitoring.check.CheckCommand.*;
import org.shouwang.monitoring.facts.Indicator;
import org.shouwang.monitoring.facts.SafeguardFact;
import org.shouwang.monitoring.facts.SafeguardResult;
import org.shouwang.monitoring.object.MonitoredObject;
import org.shouwang.monitoring.object.MonitoredObject.Active;
import org.shouwang.monitoring.object.MonitoredObject.Entry;
import org.shouwang.monitoring.object.MonitoredObject.Episode;
import org.shouwang.monitoring.object.MonitoredObject.Voided;
import org.shouwang.monitoring.object.ObjectType;

/** Every step of a month's visit in every state. */
class CheckMachineTest {

    private static final UUID HOUSEHOLD = new UUID(0, 1);
    private static final String VILLAGE = "610727105208";
    private static final YearMonth DECEMBER = YearMonth.of(2021, 12);
    private static final Episode EPISODE = new Episode(
            1,
            new UUID(0, 2),
            VILLAGE,
            ObjectType.UNSTABLE,
            List.of("01"),
            null,
            Entry.NOT_ENTERED,
            LocalDate.of(2021, 11, 15),
            List.of());

    @TestFactory
    Stream<DynamicTest> every_step_in_every_state() {
        return new Machine<>(new CheckDecider(), CheckEvent.class, "/machines/check.md", CheckMachineTest::name)
                .on("report", n -> report(n, new Active(EPISODE)))
                .on("report of one who is not monitored", n -> report(n, new Voided(EPISODE, DECEMBER.atDay(1))))
                .on("correct", n -> new Correct(new UUID(1, n), new UUID(1, n), "日期填错", report(n, new Active(EPISODE))))
                .on("note that it was missed", _ -> new NoteMissed(HOUSEHOLD, VILLAGE, 1, DECEMBER))
                .walked(CheckCommand.class);
    }

    private static String name(MonthlyCheck state) {
        return switch (state) {
            case MonthlyCheck.Expected _ -> "EXPECTED";
            case MonthlyCheck.Missed _ -> "MISSED";
            case MonthlyCheck.Done _ -> "DONE";
        };
    }

    private static Report report(int n, MonitoredObject object) {
        var items = Arrays.stream(Indicator.values())
                .map(i -> new SafeguardFact.Item(i, SafeguardResult.PASS))
                .toList();
        return new Report(
                HOUSEHOLD,
                object,
                DECEMBER,
                "grid-member",
                DECEMBER.atDay(8 + n),
                CheckMethod.ON_SITE,
                true,
                null,
                null,
                null,
                items,
                IncomeChange.SAME,
                null,
                Employment.STABLE,
                LivingChange.SAME,
                null,
                null,
                List.of(),
                List.of(),
                true,
                List.of(),
                List.of());
    }
}
