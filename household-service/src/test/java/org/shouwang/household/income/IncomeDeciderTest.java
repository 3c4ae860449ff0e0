package org.shouwang.household.income;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.household.income.IncomeStatement.Refusal.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.household.income.IncomeCommand.*;
import org.shouwang.household.income.IncomeEvent.*;
import org.shouwang.household.income.IncomeStatement.Kept;

class IncomeDeciderTest {

    private static final UUID FAMILY = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final UUID SUCCESSOR = new UUID(0, 3);
    private static final LocalDate NOV = LocalDate.of(2021, 11, 2);
    private static final IncomeWindow WINDOW = IncomeWindow.before(YearMonth.of(2021, 11));
    private static final List<IncomeLine> LINES = lines("A1 18000", "B1 6000", "C5 0", "D6p 4800", "E1 4500");
    private static final List<Signature> BOTH =
            List.of(paper(Signature.Party.COLLECTOR), paper(Signature.Party.HOUSEHOLDER));

    private final Spec<IncomeCommand, IncomeStatement, IncomeEvent> statement = Spec.of(new IncomeDecider());
    private final IncomeStatementDrafted drafted = (IncomeStatementDrafted)
            statement.given().when(draft(LINES)).events().getFirst();
    private final IncomeStatementSigned signed = new IncomeStatementSigned(FAMILY, BOTH, NOV);
    private final IncomeStatementConfirmed confirmed = new IncomeStatementConfirmed(FAMILY, NOV);
    private final Kept successor = kept(drafted);

    @Test
    void a_draft_adds_up() {
        assertThat(drafted.net()).isEqualByComparingTo("24300");
        assertThat(drafted.perCapita()).isEqualTo(new BigDecimal("4860.00"));
        assertThat(drafted.wage()).isEqualTo(new BigDecimal("18000.00"));
        assertThat(drafted.property()).isEqualTo(new BigDecimal("0.00"));
    }

    @ParameterizedTest
    @CsvSource({"10, 3, 3.33", "20, 3, 6.67", "0.05, 2, 0.03", "0.01, 2, 0.01"})
    void the_income_per_head_is_rounded_half_up(String net, int population, String perHead) {
        assertThat(IncomeFigures.of(lines("A1 " + net), BigDecimal.ZERO, BigDecimal.ZERO, population)
                        .perCapita())
                .isEqualTo(new BigDecimal(perHead));
    }

    @Test
    void costs_above_income_make_it_negative_and_the_reference_counts_claims_and_own_payments() {
        var figures = IncomeFigures.of(lines("B1 100", "E1 400"), new BigDecimal("50"), new BigDecimal("20"), 2);
        assertThat(figures.net()).isEqualTo(new BigDecimal("-300.00"));
        assertThat(figures.reference()).isEqualTo(new BigDecimal("-270.00"));
        assertThat(figures.perCapitaReference()).isEqualTo(new BigDecimal("-135.00"));
        assertThat(figures.wage()).isNull();
    }

    @Test
    void every_line_of_the_form_belongs_to_a_kind_and_is_found_by_its_code() {
        assertThat(IncomeCode.values()).hasSize(43).allSatisfy(c -> assertThat(IncomeCode.of(c.code()))
                .hasValue(c));
        assertThat(IncomeCode.D5A.code()).isEqualTo("D5a");
        assertThat(IncomeCode.of("D5")).isEmpty();
    }

    @Test
    void it_goes_along_with_its_household_whatever_its_state() {
        var move = new Move(FAMILY, "610727101201", NOV);
        var moved = new IncomeStatementMoved(FAMILY, drafted.areaCode(), "610727101201", NOV);
        statement.given(drafted).when(move).then(moved);
        statement.given(drafted, signed, confirmed).when(move).then(moved);
        statement.given(drafted, moved).when(move).thenNothing();
        statement.given(drafted, moved).when(draft(LINES)).thenNothing();
        statement.given(drafted, moved).when(new Sign(FAMILY, BOTH, NOV)).then(signed);
        statement.given().when(move).thenRefused(STATEMENT_UNKNOWN);
    }

    @Test
    void the_window_of_november_2021_is_november_to_october() {
        assertThat(WINDOW).isEqualTo(new IncomeWindow(YearMonth.of(2020, 11), YearMonth.of(2021, 10)));
    }

    @Test
    void the_window_is_twelve_months() {
        statement
                .given()
                .when(draft(
                        new IncomeWindow(YearMonth.of(2020, 10), YearMonth.of(2021, 10)),
                        IncomeWindow.Basis.ACTUAL_12M,
                        LINES,
                        5))
                .thenRefusedFor(INCOME_WINDOW_MISMATCH);
        statement
                .given()
                .when(draft(WINDOW, IncomeWindow.Basis.ESTIMATED_YEAR, LINES, 5))
                .thenRefusedFor(INCOME_WINDOW_MISMATCH);
        statement
                .given()
                .when(draft(
                        new IncomeWindow(YearMonth.of(2021, 1), YearMonth.of(2021, 12)),
                        IncomeWindow.Basis.ESTIMATED_YEAR,
                        LINES,
                        5))
                .events();
        statement
                .given()
                .when(draft(
                        new IncomeWindow(YearMonth.of(2020, 12), YearMonth.of(2021, 11)),
                        IncomeWindow.Basis.ACTUAL_12M,
                        LINES,
                        5))
                .thenRefusedFor(INCOME_WINDOW_MISMATCH);
    }

    @Test
    void lines_are_those_of_the_form() {
        statement.given().when(draft(List.of())).thenRefused(INCOME_DETAIL_REQUIRED);
        statement.given().when(draft(lines("A9 1"))).thenRefused(LINE_UNKNOWN, "A9");
        statement.given().when(draft(lines("A1 1", "A1 2"))).thenRefused(LINE_TWICE, "A1");
        statement.given().when(draft(lines("A1 -0.01"))).thenRefused(AMOUNT_NEGATIVE);
        statement.given().when(draft(lines("A1 99999999.99"))).events();
        statement.given().when(draft(lines("A1 100000000"))).thenRefused(AMOUNT_TOO_LARGE);
        statement
                .given()
                .when(draft(WINDOW, IncomeWindow.Basis.ACTUAL_12M, LINES, 0))
                .thenRefused(POPULATION, "0");
    }

    @Test
    void a_draft_may_change_until_it_is_signed() {
        statement.given(drafted).when(draft(LINES)).thenNothing();
        assertThat(statement.given(drafted).when(draft(lines("A1 1"))).events()).hasSize(1);
        statement.given(drafted, signed).when(draft(LINES)).thenNothing();
        statement.given(drafted, signed).when(draft(lines("A1 1"))).thenRefused(STATEMENT_SIGNED);
        statement.given(drafted, signed).when(draft(lines("Z9 1"))).thenRefused(STATEMENT_SIGNED);
    }

    @Test
    void both_sign_and_a_call_names_who_was_reached() {
        statement.given(drafted).when(new Sign(FAMILY, BOTH, NOV)).then(signed);
        statement
                .given(drafted)
                .when(new Sign(FAMILY, List.of(paper(Signature.Party.COLLECTOR)), NOV))
                .thenRefused(SIGNATURE_MISSING, "HOUSEHOLDER");
        var call = new Signature(Signature.Party.HOUSEHOLDER, Signature.Way.PHONE, new Signature.Reached("试某", " "));
        statement
                .given(drafted)
                .when(new Sign(FAMILY, List.of(paper(Signature.Party.COLLECTOR), call), NOV))
                .thenRefused(SIGNATURE_MISSING, "HOUSEHOLDER");
        statement.given(drafted, signed).when(new Sign(FAMILY, BOTH, NOV)).thenNothing();
        statement
                .given(drafted, signed, confirmed)
                .when(new Sign(FAMILY, BOTH, NOV))
                .thenNothing();
        statement.given(drafted).when(new Sign(FAMILY, BOTH, NOV.minusDays(1))).thenRefusedFor(DATE_OUT_OF_ORDER);
    }

    @Test
    void it_is_confirmed_once_signed() {
        statement.given(drafted).when(new Confirm(FAMILY, NOV)).thenRefused(STATEMENT_NOT_SIGNED);
        statement.given(drafted, signed).when(new Confirm(FAMILY, NOV)).then(confirmed);
        statement
                .given(drafted, signed)
                .when(new Confirm(FAMILY, NOV.minusDays(1)))
                .thenRefusedFor(DATE_OUT_OF_ORDER);
        statement
                .given(drafted, signed, confirmed)
                .when(new Confirm(FAMILY, NOV))
                .thenNothing();
    }

    @Test
    void a_confirmed_statement_is_corrected_by_another_of_the_same_household() {
        var supersede = new Supersede(FAMILY, SUCCESSOR, successor, "漏记一笔收入", NOV);
        var superseded = new IncomeStatementSuperseded(FAMILY, SUCCESSOR, "漏记一笔收入", NOV);
        statement.given(drafted, signed, confirmed).when(supersede).then(superseded);
        statement.given(drafted).when(supersede).thenRefused(STATEMENT_NOT_SIGNED);
        statement
                .given(drafted, signed, confirmed)
                .when(new Supersede(FAMILY, SUCCESSOR, null, "更正", NOV))
                .thenRefused(SUCCESSOR_UNKNOWN);
        statement
                .given(drafted, signed, confirmed)
                .when(new Supersede(FAMILY, SUCCESSOR, successor, " ", NOV))
                .thenRefused(REASON_REQUIRED);
        statement
                .given(drafted, signed, confirmed)
                .when(new Supersede(FAMILY, SUCCESSOR, successor, "更正", NOV.minusDays(1)))
                .thenRefusedFor(DATE_OUT_OF_ORDER);
        statement.given(drafted, signed, confirmed, superseded).when(supersede).thenNothing();
        statement
                .given(drafted, signed, confirmed, superseded)
                .when(new Supersede(FAMILY, OTHER, successor, "再更正", NOV))
                .thenRefused(STATEMENT_SUPERSEDED);
        statement
                .given(drafted, signed, confirmed, superseded)
                .when(new Confirm(FAMILY, NOV))
                .thenRefused(STATEMENT_SUPERSEDED);
    }

    @Test
    void what_takes_its_place_is_there_by_then_stands_itself_and_is_of_the_household() {
        var later = kept(draftedOn(FAMILY, NOV.plusDays(2)));
        statement
                .given(drafted, signed, confirmed)
                .when(new Supersede(FAMILY, SUCCESSOR, later, "更正", NOV.plusDays(1)))
                .thenRefused(DATE_OUT_OF_ORDER, "2021-11-04");
        var gone = kept(drafted, signed, confirmed, new IncomeStatementSuperseded(FAMILY, OTHER, "更正", NOV));
        statement
                .given(drafted, signed, confirmed)
                .when(new Supersede(FAMILY, SUCCESSOR, gone, "更正", NOV))
                .thenRefused(STATEMENT_SUPERSEDED, SUCCESSOR.toString());
        statement
                .given(drafted, signed, confirmed)
                .when(new Supersede(FAMILY, SUCCESSOR, kept(draftedOn(OTHER, NOV)), "更正", NOV))
                .thenRefused(SUCCESSOR_UNKNOWN);
    }

    @Test
    void a_draft_is_not_replaced_by_one_of_an_earlier_day() {
        statement
                .given(draftedOn(FAMILY, NOV.plusDays(2)))
                .when(draft(lines("A1 1")))
                .thenRefused(DATE_OUT_OF_ORDER, "2021-11-04");
    }

    private IncomeStatementDrafted draftedOn(UUID household, LocalDate day) {
        return (IncomeStatementDrafted) statement
                .given()
                .when(new Draft(
                        household,
                        "610727105208",
                        WINDOW,
                        IncomeWindow.Basis.ACTUAL_12M,
                        Measure.NET,
                        LINES,
                        5,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        day))
                .events()
                .getFirst();
    }

    private static Kept kept(IncomeEvent... events) {
        var decider = new IncomeDecider();
        return (Kept) decider.replay(decider.initial(), List.of(events));
    }

    @Test
    void another_household_has_no_such_statement() {
        statement.given().when(new Confirm(FAMILY, NOV)).thenRefused(STATEMENT_UNKNOWN);
        statement.given(drafted).when(new Sign(OTHER, BOTH, NOV)).thenRefused(STATEMENT_UNKNOWN);
        statement.given(drafted, signed).when(new Confirm(OTHER, NOV)).thenRefused(STATEMENT_UNKNOWN);
        statement
                .given(drafted, signed, confirmed)
                .when(new Supersede(OTHER, SUCCESSOR, successor, "更正", NOV))
                .thenRefused(STATEMENT_UNKNOWN);
    }

    private static Draft draft(List<IncomeLine> lines) {
        return draft(WINDOW, IncomeWindow.Basis.ACTUAL_12M, lines, 5);
    }

    private static Draft draft(IncomeWindow window, IncomeWindow.Basis basis, List<IncomeLine> lines, int population) {
        return new Draft(
                FAMILY,
                "610727105208",
                window,
                basis,
                Measure.NET,
                lines,
                population,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                NOV);
    }

    private static List<IncomeLine> lines(String... lines) {
        return java.util.Arrays.stream(lines)
                .map(l -> l.split(" "))
                .map(l -> new IncomeLine(l[0], new BigDecimal(l[1]), null))
                .toList();
    }

    private static Signature paper(Signature.Party party) {
        return new Signature(party, Signature.Way.ON_PAPER, null);
    }
}
