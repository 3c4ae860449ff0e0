package org.shouwang.household.income;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.shouwang.eventsourcing.Decision.Accepted;
import org.shouwang.eventsourcing.Machine;
import org.shouwang.household.income.IncomeCommand.*;
import org.shouwang.household.income.IncomeStatement.Kept;
import org.shouwang.household.income.IncomeStatement.None;
import org.shouwang.household.income.Signature.Party;

/** Every step of a statement of income in every state, a day after the one before. */
class IncomeMachineTest {

    private static final UUID FAMILY = new UUID(0, 1);
    private static final IncomeDecider DECIDER = new IncomeDecider();

    @TestFactory
    Stream<DynamicTest> every_step_in_every_state() {
        return new Machine<>(DECIDER, IncomeEvent.class, "/machines/income.md", IncomeMachineTest::name)
                .on("draft", n -> draft(n))
                .on("sign", n -> new Sign(FAMILY, List.of(paper(Party.COLLECTOR), paper(Party.HOUSEHOLDER)), day(n)))
                .on("sign by one side", n -> new Sign(FAMILY, List.of(paper(Party.COLLECTOR)), day(n)))
                .on("confirm", n -> new Confirm(FAMILY, day(n)))
                .on("confirm another household's", n -> new Confirm(new UUID(0, 9), day(n)))
                .on("supersede", n -> new Supersede(FAMILY, new UUID(3, n), successor(), "更正", day(n)))
                .on("supersede by none", n -> new Supersede(FAMILY, new UUID(3, n), null, "更正", day(n)))
                .on("move", n -> new Move(FAMILY, "6107271052" + (10 + n), day(n)))
                .walked(IncomeCommand.class);
    }

    private static String name(IncomeStatement state) {
        return switch (state) {
            case None _ -> "NONE";
            case Kept s -> s.status().name();
        };
    }

    private static LocalDate day(int step) {
        return LocalDate.of(2021, 11, 2).plusDays(step);
    }

    private static Draft draft(int n) {
        return new Draft(
                FAMILY,
                "610727105208",
                IncomeWindow.before(YearMonth.of(2021, 11)),
                IncomeWindow.Basis.ACTUAL_12M,
                Measure.NET,
                List.of(new IncomeLine("A1", new BigDecimal(18_000 + n), null)),
                5,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                day(n));
    }

    private static Signature paper(Party party) {
        return new Signature(party, Signature.Way.ON_PAPER, null);
    }

    private static Kept successor() {
        return DECIDER.decide(draft(0), DECIDER.initial()) instanceof Accepted<IncomeEvent>(var events)
                        && DECIDER.replay(DECIDER.initial(), events) instanceof Kept kept
                ? kept
                : null;
    }
}
