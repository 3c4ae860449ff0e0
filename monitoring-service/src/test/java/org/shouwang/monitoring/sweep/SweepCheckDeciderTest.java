package org.shouwang.monitoring.sweep;

import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.sweep.FocusedSweepRefusal.*;
import static org.shouwang.monitoring.sweep.SweepResult.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.monitoring.facts.HouseholdFact;
import org.shouwang.monitoring.facts.IncomeFact;
import org.shouwang.monitoring.facts.IncomeWindow;
import org.shouwang.monitoring.facts.Indicator;
import org.shouwang.monitoring.facts.RegisteredType;
import org.shouwang.monitoring.facts.SafeguardFact;
import org.shouwang.monitoring.facts.SafeguardResult;
import org.shouwang.monitoring.policy.PolicyTerms.IncomeBasis;
import org.shouwang.monitoring.sweep.FocusedSweepEvent.*;
import org.shouwang.monitoring.sweep.SweepCheckCommand.CheckHousehold;
import org.shouwang.monitoring.sweep.SweepCheckEvent.SweepHouseholdChecked;

class SweepCheckDeciderTest {

    private static final UUID SWEEP = UUID.fromString("00000000-0000-0000-0000-0000000000a1");
    private static final UUID HOUSEHOLD = UUID.fromString("00000000-0000-0000-0000-0000000000a2");
    private static final UUID CLUE = UUID.fromString("00000000-0000-0000-0000-0000000000a3");
    private static final UUID STATEMENT = UUID.fromString("00000000-0000-0000-0000-0000000000a4");
    private static final UUID CHECK = UUID.fromString("00000000-0000-0000-0000-0000000000a5");
    private static final YearMonth FIRST = YearMonth.of(2020, 10);
    private static final YearMonth LAST = YearMonth.of(2021, 9);
    private static final String VILLAGE = "610727105208";
    private static final LocalDate FROM = LocalDate.of(2021, 10, 8);
    private static final LocalDate TO = LocalDate.of(2021, 10, 31);
    private static final SweepStarted STARTED =
            new SweepStarted("610727105000", "集中排查", FROM, TO, null, null, List.of());

    private final Spec<SweepCheckCommand, SweepCheck, SweepCheckEvent> check = Spec.of(new SweepCheckDecider());

    private FocusedSweep sweep = new FocusedSweep.Running(STARTED);
    private String area = VILLAGE;
    private List<String> former = List.of();
    private LocalDate endedOn;
    private LocalDate on = FROM;
    private String note;
    private RegisteredType registered = RegisteredType.LIFTED;
    private IncomeFact statement;
    private SafeguardFact safeguards;
    private List<String> asked;
    private IncomeWindow window;

    @ParameterizedTest
    @CsvSource({
        "LIFTED, NO_RISK, true",
        "LIFTED, SUSPECTED, true",
        "LIFTED, UNREACHED, false",
        "GENERAL, NO_RISK, false",
        "GENERAL, SUSPECTED, true",
        "GENERAL, UNREACHED, false"
    })
    void of_whom_an_income_statement_is_asked(RegisteredType type, SweepResult result, boolean compulsory) {
        registered = type;
        note = "主要劳动力住院";
        check.given().when(found(result)).then(checked(result));
        asked = List.of("LIFTED");
        if (compulsory) check.given().when(found(result)).thenRefused(INCOME_STATEMENT_REQUIRED, type.name());
        else check.given().when(found(result)).then(checked(result));
        statement = statement(FIRST, LAST, IncomeFact.State.SIGNED);
        check.given().when(found(result)).then(checked(result));
    }

    @Test
    void the_statement_counts_and_is_of_the_months_that_the_sweep_asks_about() {
        asked = List.of("LIFTED");
        statement = statement(FIRST, LAST, IncomeFact.State.SUPERSEDED);
        check.given().when(found(NO_RISK)).thenRefused(STATEMENT_SUPERSEDED);
        statement = statement(FIRST.minusMonths(1), LAST, IncomeFact.State.SIGNED);
        check.given().when(found(NO_RISK)).then(checked(NO_RISK));
        sweep = new FocusedSweep.Running(new SweepStarted("610727105000", "集中排查", FROM, TO, FIRST, LAST, List.of()));
        check.given().when(found(NO_RISK)).thenRefused(INCOME_WINDOW_MISMATCH, "2020-10..2021-09");
        statement = statement(FIRST, LAST.plusMonths(1), IncomeFact.State.SIGNED);
        check.given().when(found(NO_RISK)).thenRefused(INCOME_WINDOW_MISMATCH, "2020-10..2021-09");
        statement = statement(FIRST, LAST, IncomeFact.State.DRAFT);
        check.given().when(found(NO_RISK)).thenRefused(STATEMENT_UNSIGNED);
        statement = statement(FIRST, LAST, IncomeFact.State.SIGNED);
        check.given().when(found(NO_RISK)).then(checked(NO_RISK));
        check.given(checked(NO_RISK)).when(found(NO_RISK)).thenNothing();
    }

    @Test
    void where_the_sweep_names_no_months_those_of_the_policy_show_that_there_is_no_risk() {
        window = new IncomeWindow(IncomeBasis.ACTUAL_12M, YearMonth.from(FROM), YearMonth.from(on));
        statement = statement(FIRST, LAST, IncomeFact.State.SIGNED);
        check.given().when(found(NO_RISK)).then(checked(NO_RISK));
        statement = statement(FIRST.minusMonths(1), LAST.minusMonths(1), IncomeFact.State.SIGNED);
        check.given().when(found(NO_RISK)).thenRefused(INCOME_WINDOW_MISMATCH, "2020-10..2021-09");
        note = "主要劳动力住院";
        check.given().when(found(SUSPECTED)).then(checked(SUSPECTED));
    }

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
        sweep = new FocusedSweep.Finished(STARTED, new SweepFinished(TO, 0, null, 0L));
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
    void a_household_that_came_under_another_code_since_the_first_day_is_of_the_sweep() {
        area = "610727101201";
        former = List.of("610727101202");
        check.given().when(found(NO_RISK)).thenRefused(OUTSIDE_SWEEP, area);
        former = List.of(VILLAGE, "610727101202");
        check.given().when(found(NO_RISK)).then(checked(NO_RISK));
    }

    @Test
    void who_is_no_longer_kept_is_not_visited() {
        endedOn = FROM;
        check.given().when(found(NO_RISK)).thenRefused(HOUSEHOLD_ENDED);
        endedOn = FROM.plusDays(1);
        check.given().when(found(NO_RISK)).then(checked(NO_RISK));
    }

    @Test
    void a_check_of_the_safeguards_is_of_the_sweeps_days_and_does_not_contradict_the_result() {
        note = "饮水不安全";
        safeguards = safeguards(FROM, SafeguardResult.PASS);
        check.given().when(found(NO_RISK)).then(checked(NO_RISK));
        check.given(checked(NO_RISK)).when(found(NO_RISK)).thenNothing();
        safeguards = safeguards(TO, SafeguardResult.AT_RISK);
        check.given().when(found(NO_RISK)).thenRefused(SAFEGUARDS_NOT_MET, "WATER");
        check.given().when(found(SUSPECTED)).then(checked(SUSPECTED));
        safeguards = safeguards(FROM.minusDays(1), SafeguardResult.PASS);
        check.given().when(found(NO_RISK)).thenRefused(SAFEGUARDS_OUTSIDE_SWEEP, "2021-10-07");
        safeguards = safeguards(TO.plusDays(1), SafeguardResult.PASS);
        check.given().when(found(NO_RISK)).thenRefused(SAFEGUARDS_OUTSIDE_SWEEP, "2021-11-01");
    }

    private static SafeguardFact safeguards(LocalDate on, SafeguardResult water) {
        return new SafeguardFact(
                CHECK,
                HOUSEHOLD,
                on,
                List.of(
                        new SafeguardFact.Item(Indicator.FOOD, SafeguardResult.PASS),
                        new SafeguardFact.Item(Indicator.WATER, water)));
    }

    private CheckHousehold found(SweepResult result) {
        var household = new HouseholdFact(HOUSEHOLD, area, registered, List.of(), List.of(), endedOn);
        return new CheckHousehold(
                SWEEP, sweep, household, former, result, on, note, statement, safeguards, asked, window, CLUE);
    }

    private SweepHouseholdChecked checked(SweepResult result) {
        return new SweepHouseholdChecked(
                SWEEP,
                HOUSEHOLD,
                area,
                result,
                on,
                note,
                statement == null ? null : STATEMENT,
                result == SUSPECTED ? CLUE : null,
                safeguards == null ? null : CHECK);
    }

    private static IncomeFact statement(YearMonth from, YearMonth to, IncomeFact.State state) {
        var net = new BigDecimal("24300.00");
        var zero = new BigDecimal("0.00");
        var perCapita = new BigDecimal("4860.00");
        return new IncomeFact(
                STATEMENT,
                HOUSEHOLD,
                from,
                to,
                IncomeBasis.ACTUAL_12M,
                net,
                zero,
                zero,
                zero,
                zero,
                net,
                5,
                perCapita,
                perCapita,
                state);
    }
}
