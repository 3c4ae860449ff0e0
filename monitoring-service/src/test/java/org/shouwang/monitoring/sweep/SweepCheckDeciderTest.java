package org.shouwang.monitoring.sweep;

import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.sweep.FocusedSweepRefusal.*;
import static org.shouwang.monitoring.sweep.SweepResult.*;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.monitoring.facts.HouseholdFact;
import org.shouwang.monitoring.facts.RegisteredType;
import org.shouwang.monitoring.sweep.FocusedSweepEvent.*;
import org.shouwang.monitoring.sweep.SweepCheckCommand.CheckHousehold;
import org.shouwang.monitoring.sweep.SweepCheckEvent.SweepHouseholdChecked;

class SweepCheckDeciderTest {

    private static final UUID SWEEP = UUID.fromString("00000000-0000-0000-0000-0000000000a1");
    private static final UUID HOUSEHOLD = UUID.fromString("00000000-0000-0000-0000-0000000000a2");
    private static final UUID CLUE = UUID.fromString("00000000-0000-0000-0000-0000000000a3");
    private static final String VILLAGE = "610727105208";
    private static final LocalDate FROM = LocalDate.of(2021, 10, 8);
    private static final LocalDate TO = LocalDate.of(2021, 10, 31);
    private static final SweepStarted STARTED =
            new SweepStarted("610727105000", "集中排查", FROM, TO, null, null, List.of());

    private final Spec<SweepCheckCommand, SweepCheck, SweepCheckEvent> check = Spec.of(new SweepCheckDecider());

    private FocusedSweep sweep = new FocusedSweep.Running(STARTED);
    private String area = VILLAGE;
    private LocalDate endedOn;
    private LocalDate on = FROM;
    private String note;

    @Test
    void what_was_found_is_recorded() {
        check.given().when(found(NO_RISK)).then(checked(NO_RISK));
        note = "主要劳动力住院";
        check.given().when(found(SUSPECTED)).then(checked(SUSPECTED));
        check.given().when(found(UNREACHED)).then(checked(UNREACHED));
    }

    @Test
    void the_same_again_changes_nothing_also_when_the_sweep_is_over() {
        var before = checked(NO_RISK);
        check.given(before).when(found(NO_RISK)).thenNothing();
        sweep = new FocusedSweep.Finished(STARTED, new SweepFinished(TO, 0, null));
        check.given(before).when(found(NO_RISK)).thenNothing();
        check.given().when(found(NO_RISK)).thenRefused(SWEEP_FINISHED);
    }

    @Test
    void who_was_not_seen_is_seen_later_and_a_suspicion_stays() {
        note = "外出";
        var unreached = checked(UNREACHED);
        on = FROM.plusDays(3);
        check.given(unreached).when(found(NO_RISK)).then(checked(NO_RISK));
        check.given(checked(NO_RISK)).when(found(SUSPECTED)).then(checked(SUSPECTED));
        check.given(checked(SUSPECTED)).when(found(NO_RISK)).thenRefused(ALREADY_SUSPECTED);
    }

    @Test
    void other_results_than_none_need_words() {
        check.given().when(found(SUSPECTED)).thenRefused(SWEEP_NOTE_REQUIRED);
        note = " ";
        check.given().when(found(UNREACHED)).thenRefused(SWEEP_NOTE_REQUIRED);
        note = "电话13900000000";
        check.given().when(found(SUSPECTED)).thenRefused(SENSITIVE_TEXT, "note");
    }

    @Test
    void only_households_and_days_of_the_sweep_count() {
        area = "610727101201";
        check.given().when(found(NO_RISK)).thenRefused(OUTSIDE_SWEEP, area);
        area = VILLAGE;
        on = FROM.minusDays(1);
        check.given().when(found(NO_RISK)).thenRefused(OUTSIDE_SWEEP, "2021-10-08/2021-10-31");
        on = TO.plusDays(1);
        check.given().when(found(NO_RISK)).thenRefused(OUTSIDE_SWEEP, "2021-10-08/2021-10-31");
        on = TO;
        check.given().when(found(NO_RISK)).then(checked(NO_RISK));
        sweep = new FocusedSweep.Unknown();
        check.given().when(found(NO_RISK)).thenRefused(SWEEP_UNKNOWN);
    }

    @Test
    void who_is_no_longer_kept_is_not_visited() {
        endedOn = FROM;
        check.given().when(found(NO_RISK)).thenRefused(HOUSEHOLD_ENDED);
        endedOn = FROM.plusDays(1);
        check.given().when(found(NO_RISK)).then(checked(NO_RISK));
    }

    private CheckHousehold found(SweepResult result) {
        var household = new HouseholdFact(HOUSEHOLD, area, RegisteredType.LIFTED, List.of(), List.of(), endedOn);
        return new CheckHousehold(SWEEP, sweep, household, result, on, note, CLUE);
    }

    private SweepHouseholdChecked checked(SweepResult result) {
        return new SweepHouseholdChecked(SWEEP, HOUSEHOLD, area, result, on, note, result == SUSPECTED ? CLUE : null);
    }
}
