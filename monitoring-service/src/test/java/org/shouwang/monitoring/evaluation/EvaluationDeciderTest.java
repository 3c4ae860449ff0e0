package org.shouwang.monitoring.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.monitoring.Guard;
import org.shouwang.monitoring.evaluation.EvaluationCommand.Reevaluate;
import org.shouwang.monitoring.evaluation.EvaluationEvent.HouseholdReevaluated;
import org.shouwang.monitoring.evaluation.RunCommand.Advance;
import org.shouwang.monitoring.evaluation.RunCommand.Start;
import org.shouwang.monitoring.evaluation.RunEvent.*;
import org.shouwang.monitoring.object.ObjectType;

class EvaluationDeciderTest {

    private static final String VILLAGE = "610727105208";
    private static final LocalDate DAY = LocalDate.of(2021, 12, 1);
    private static final UUID RUN = new UUID(1, 1);
    private static final UUID NEXT = new UUID(1, 2);
    private static final UUID LAST = new UUID(2, 1);
    private static final Advice UNSTABLE = advice(true, ObjectType.UNSTABLE, 1);
    private static final Advice UNSTABLE_LATER = advice(true, ObjectType.UNSTABLE, 2);
    private static final Advice NOTHING = advice(false, null, 2);
    private static final Start START = new Start(VILLAGE, DAY, "POL-2021", 1, "政策调整");
    private static final ReevaluationStarted STARTED = new ReevaluationStarted(VILLAGE, DAY, "POL-2021", 1, "政策调整");

    @Test
    void the_first_answer_is_held_against_the_last_case() {
        household()
                .when(ask(RUN, NOTHING, UNSTABLE, DAY.minusDays(9)))
                .then(new HouseholdReevaluated(RUN, VILLAGE, DAY, UNSTABLE, NOTHING, true));
        household()
                .when(ask(RUN, NOTHING, null, null))
                .then(new HouseholdReevaluated(RUN, VILLAGE, DAY, null, NOTHING, true));
    }

    @Test
    void the_next_is_held_against_the_last_run_or_a_case_since() {
        var first = new HouseholdReevaluated(RUN, VILLAGE, DAY, UNSTABLE, NOTHING, true);
        household()
                .given(first)
                .when(ask(NEXT, NOTHING, UNSTABLE, DAY))
                .then(new HouseholdReevaluated(NEXT, VILLAGE, DAY, NOTHING, NOTHING, false));
        household()
                .given(first)
                .when(ask(NEXT, NOTHING, UNSTABLE, DAY.plusDays(1)))
                .then(new HouseholdReevaluated(NEXT, VILLAGE, DAY, UNSTABLE, NOTHING, true));
    }

    @Test
    void the_same_answer_under_another_policy_is_no_change() {
        household()
                .when(ask(RUN, UNSTABLE_LATER, UNSTABLE, DAY))
                .then(new HouseholdReevaluated(RUN, VILLAGE, DAY, UNSTABLE, UNSTABLE_LATER, false));
    }

    @Test
    void a_run_judges_a_household_once() {
        household()
                .given(new HouseholdReevaluated(RUN, VILLAGE, DAY, UNSTABLE, NOTHING, true))
                .when(ask(RUN, UNSTABLE, UNSTABLE, DAY))
                .thenNothing();
    }

    @Test
    void a_run_goes_on_piece_by_piece_and_adds_up() {
        run().when(START).then(STARTED);
        run().given(STARTED).when(START).thenNothing();
        var first = new Persons(14, 5, 9);
        var second = new Persons(6, 6, 0);
        run().given(STARTED)
                .when(new Advance(LAST, 3, 1, 2, first, false))
                .then(new ReevaluationAdvanced(LAST, 3, 1, 2, first));
        run().given(STARTED, new ReevaluationAdvanced(LAST, 3, 1, 2, first))
                .when(new Advance(NEXT, 2, 2, 0, second, true))
                .then(
                        new ReevaluationAdvanced(NEXT, 2, 2, 0, second),
                        new ReevaluationFinished(5, 3, 2, new Persons(20, 11, 9)));
        run().given(STARTED, new ReevaluationAdvanced(LAST, 3, 1, 2, first))
                .when(new Advance(null, 0, 0, 0, Persons.NONE, true))
                .then(new ReevaluationFinished(3, 1, 2, first));
        run().given(STARTED, new ReevaluationAdvanced(LAST, 3, 1, 2, null))
                .when(new Advance(NEXT, 2, 2, 0, second, true))
                .then(new ReevaluationAdvanced(NEXT, 2, 2, 0, second), new ReevaluationFinished(5, 3, 2, null));
        run().given(STARTED, new ReevaluationFinished(0, 0, 0, Persons.NONE))
                .when(new Advance(LAST, 3, 1, 2, first, true))
                .thenNothing();
    }

    @Test
    void a_run_is_started_with_a_reason_and_stays_what_it_is() {
        run().when(new Start(VILLAGE, DAY, null, null, " 略 ")).thenRefused(Guard.REASON_REQUIRED);
        run().when(new Start(VILLAGE, DAY, null, null, "张三13900000000来电")).thenRefusedFor(Guard.SENSITIVE_TEXT);
        run().given(STARTED)
                .when(new Start(VILLAGE, DAY, "POL-2021", 2, "政策调整"))
                .thenRefused(RunRefusal.REEVALUATION_EXISTS);
        run().when(new Advance(LAST, 3, 1, 2, Persons.NONE, true)).thenRefused(Guard.NOT_FOUND);
    }

    private static Reevaluate ask(UUID run, Advice now, Advice advised, LocalDate advisedOn) {
        return new Reevaluate(run, VILLAGE, DAY, now, advised, advisedOn);
    }

    private static Advice advice(boolean include, ObjectType type, int version) {
        return new Advice(
                include,
                type,
                null,
                include ? null : "ABOVE_LINE",
                new BigDecimal("4860.00"),
                new BigDecimal("6000.00"),
                "POL-2021",
                version);
    }

    private static Spec<EvaluationCommand, Evaluation, EvaluationEvent> household() {
        return Spec.of(new EvaluationDecider());
    }

    private static Spec<RunCommand, Run, RunEvent> run() {
        return Spec.of(new RunDecider());
    }
}
