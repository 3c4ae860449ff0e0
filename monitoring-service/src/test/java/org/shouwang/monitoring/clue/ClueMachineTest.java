package org.shouwang.monitoring.clue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.shouwang.eventsourcing.Machine;
import org.shouwang.monitoring.clue.Clue.*;
import org.shouwang.monitoring.clue.ClueCommand.*;
import org.shouwang.monitoring.clue.ClueEvent.*;
import org.shouwang.monitoring.facts.IncomeFact;
import org.shouwang.monitoring.facts.IncomeWindow;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.policy.PolicyTerms.IncomeBasis;
import org.shouwang.monitoring.policy.SamplePolicies;

/** Every step of a clue in every state, a day after the one before. */
class ClueMachineTest {

    private static final UUID HOUSEHOLD = new UUID(0, 1);
    private static final String VILLAGE = "610727105208";
    private static final PolicyTerms TERMS = SamplePolicies.county2021();
    private static final String REASON = "与上月走访所见一致，收入稳定";

    @TestFactory
    Stream<DynamicTest> every_step_in_every_state() {
        return new Machine<>(new ClueDecider(), ClueEvent.class, "/machines/clue.md", ClueMachineTest::name)
                .on("receive", n -> received("收入下降", n))
                .on("raise", n -> new Raise(HOUSEHOLD, VILLAGE, "自付费用高", day(n), hit(), TERMS))
                .on("dispatch", n -> new Dispatch(List.of("helper"), day(n)))
                .on("hand over", n -> new HandOver("CIVIL", REASON, day(n), 10))
                .on("merge", n -> new Merge(new UUID(2, n), waiting(), day(n), REASON, 10))
                .on("merge with an unknown one", n -> new Merge(new UUID(2, n), new Unknown(), day(n), REASON, 10))
                .on("answer: to a case", n -> answer(ClueResult.TO_CASE, n, null, null))
                .on("answer: to a warning", n -> answer(ClueResult.TO_WARNING, n, null, null))
                .on("answer: no risk", n -> answer(ClueResult.NO_RISK, n, income(), null))
                .on("answer: no risk without income", n -> answer(ClueResult.NO_RISK, n, null, null))
                .on("answer: duplicate", n -> answer(ClueResult.DUPLICATE, n, null, null))
                .on("answer: not found", n -> answer(ClueResult.NOT_FOUND, n, null, null))
                .on("answer of the department", n -> answer(ClueResult.RESOLVED_BY_DEPT, n, null, "CIVIL"))
                .on("answer for the department", n -> answer(ClueResult.RESOLVED_BY_DEPT, n, null, null))
                .on("take up", n -> new TakeUp(new UUID(3, n), HOUSEHOLD, day(n)))
                .on("take up for another household", n -> new TakeUp(new UUID(3, n), new UUID(0, 9), day(n)))
                .on("turn to a warning", n -> new TurnToWarning(new UUID(4, n), HOUSEHOLD, day(n), null))
                .on(
                        "turn to a warning about another household",
                        n -> new TurnToWarning(new UUID(4, n), new UUID(0, 9), day(n), null))
                .on("move", n -> new Move("6107271052" + (10 + n), day(n)))
                .on("note what is late", n -> new NoteOverdue(day(n)))
                .walked(ClueCommand.class);
    }

    private static String name(Clue state) {
        return switch (state) {
            case Unknown _ -> "UNKNOWN";
            case Waiting w ->
                switch (w.last()) {
                    case RiskClueDispatched _ -> "DISPATCHED";
                    case RiskClueHandedOver _ -> "HANDED_OVER";
                    case null, default -> "RECEIVED";
                };
            case Answered a when a.into() != null -> "MERGED";
            case Answered a when a.answer().caseId() != null -> "IN_CASE";
            case Answered a when a.answer().warningId() != null -> "IN_WARNING";
            case Answered a -> a.answer().result().name();
        };
    }

    private static LocalDate day(int step) {
        return LocalDate.of(2021, 11, 1).plusDays(step);
    }

    private static Receive received(String text, int n) {
        return new Receive(
                HOUSEHOLD, VILLAGE, ClueSource.CADRE_SWEEP, text, day(n), null, null, null, List.of(), TERMS, null);
    }

    private static ScreeningHitFound hit() {
        return new ScreeningHitFound(
                "W-MED-1", "MEDINS", "2021-10", new BigDecimal("6000"), new BigDecimal("5000"), "01", new UUID(0, 4));
    }

    private static Clue waiting() {
        var received = new RiskClueReceived(
                HOUSEHOLD, VILLAGE, ClueSource.GRID_PATROL, "同一情况", day(0), null, null, null, List.of(), day(20), null);
        return new Waiting(received, false, null);
    }

    private static Answer answer(ClueResult result, int n, IncomeFact statement, String dept) {
        return new Answer(result, day(n), REASON, statement, IncomeWindow.of(TERMS, day(0), day(n)), 10, dept);
    }

    private static IncomeFact income() {
        var zero = new BigDecimal("0.00");
        var net = new BigDecimal("9000.00");
        return new IncomeFact(
                new UUID(0, 5),
                HOUSEHOLD,
                YearMonth.of(2020, 11),
                YearMonth.of(2021, 10),
                IncomeBasis.ACTUAL_12M,
                net,
                zero,
                zero,
                zero,
                zero,
                net,
                1,
                net,
                net,
                IncomeFact.State.SIGNED);
    }
}
