package org.shouwang.household.income;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.household.income.IncomeStatement.Refusal.*;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.household.income.IncomeCommand.*;
import org.shouwang.household.income.IncomeEvent.*;
import org.shouwang.household.income.IncomeStatement.Kept;
import org.shouwang.household.income.IncomeStatement.None;
import org.shouwang.household.income.IncomeStatement.Status;

/** The rules of a statement of income, as a table. */
final class IncomeDecider implements Decider<IncomeCommand, IncomeStatement, IncomeEvent> {

    private static final int POPULATION_MOST = 60;

    /** The most that a sum can hold; no household comes near it. */
    private static final BigDecimal AMOUNT_MOST = new BigDecimal("99999999.99");

    private record On(IncomeCommand command, IncomeStatement state) {}

    @Override
    public Decision<IncomeEvent> decide(IncomeCommand command, IncomeStatement state) {
        return switch (new On(command, state)) {
            case On(Draft c, None _) -> draft(c, null);
            case On(IncomeCommand _, None _) -> refuse(STATEMENT_UNKNOWN);
            case On(IncomeCommand c, Kept s)
            when !s.draft().householdId().equals(c.householdId()) -> refuse(STATEMENT_UNKNOWN);

            case On(Move c, Kept s) ->
                c.toArea().equals(s.areaCode())
                        ? nothing()
                        : accept(new IncomeStatementMoved(c.householdId(), s.areaCode(), c.toArea(), c.on()));

            case On(Draft c, Kept s) when s.status() == Status.DRAFT -> draft(c, s.draft());
            case On(Draft c, Kept s) -> same(c, s.draft()) ? nothing() : refuse(fixed(s.status()));

            case On(Sign c, Kept s) when s.status() == Status.DRAFT -> sign(c, s);
            case On(Sign c, Kept s) when signed(c).equals(s.signed()) -> nothing();
            case On(Sign _, Kept s) -> refuse(fixed(s.status()));

            case On(Confirm _, Kept s) when s.status() == Status.DRAFT -> refuse(STATEMENT_NOT_SIGNED);
            case On(Confirm c, Kept s)
            when s.status() == Status.SIGNED ->
                c.on().isBefore(s.lastOn())
                        ? refuse(DATE_OUT_OF_ORDER, s.lastOn().toString())
                        : accept(new IncomeStatementConfirmed(c.householdId(), c.on()));
            case On(Confirm c, Kept s) when s.status() == Status.CONFIRMED && c.on().equals(s.lastOn()) -> nothing();
            case On(Confirm _, Kept s) -> refuse(fixed(s.status()));

            case On(Supersede _, Kept s) when s.status() == Status.DRAFT -> refuse(STATEMENT_NOT_SIGNED);
            case On(Supersede c, Kept s)
            when s.status() == Status.SUPERSEDED -> c.by().equals(s.by()) ? nothing() : refuse(STATEMENT_SUPERSEDED);
            case On(Supersede c, Kept _) when blank(c.reason()) -> refuse(REASON_REQUIRED);
            case On(Supersede c, Kept _)
            when c.successor() == null || !c.householdId().equals(c.successor().householdId()) ->
                refuse(SUCCESSOR_UNKNOWN);
            case On(Supersede c, Kept _)
            when c.successor().status() == Status.SUPERSEDED -> refuse(STATEMENT_SUPERSEDED, c.by().toString());
            case On(Supersede c, Kept s)
            when c.on().isBefore(s.lastOn()) ->
                refuse(DATE_OUT_OF_ORDER, s.lastOn().toString());
            case On(Supersede c, Kept _)
            when c.on().isBefore(c.successor().draft().draftedOn()) ->
                refuse(DATE_OUT_OF_ORDER, c.successor().draft().draftedOn().toString());
            case On(Supersede c, Kept _) ->
                accept(new IncomeStatementSuperseded(c.householdId(), c.by(), c.reason(), c.on()));
        };
    }

    @Override
    public IncomeStatement initial() {
        return new None();
    }

    @Override
    public IncomeStatement evolve(IncomeStatement state, IncomeEvent event) {
        return switch (event) {
            case IncomeStatementDrafted e -> new Kept(e, e.areaCode(), null, Status.DRAFT, e.draftedOn(), null);
            case IncomeStatementSigned e
            when state instanceof Kept s -> new Kept(s.draft(), s.areaCode(), e, Status.SIGNED, e.on(), null);
            case IncomeStatementConfirmed e
            when state instanceof Kept s ->
                new Kept(s.draft(), s.areaCode(), s.signed(), Status.CONFIRMED, e.on(), null);
            case IncomeStatementSuperseded e
            when state instanceof Kept s ->
                new Kept(s.draft(), s.areaCode(), s.signed(), Status.SUPERSEDED, e.on(), e.by());
            case IncomeStatementMoved e
            when state instanceof Kept s -> new Kept(s.draft(), e.to(), s.signed(), s.status(), s.lastOn(), s.by());
            case IncomeStatementSigned _,
                    IncomeStatementConfirmed _,
                    IncomeStatementSuperseded _,
                    IncomeStatementMoved _ -> state;
        };
    }

    private static IncomeStatement.Refusal fixed(Status status) {
        return switch (status) {
            case DRAFT -> STATEMENT_NOT_SIGNED;
            case SIGNED -> STATEMENT_SIGNED;
            case CONFIRMED -> STATEMENT_CONFIRMED;
            case SUPERSEDED -> STATEMENT_SUPERSEDED;
        };
    }

    /** @param before the draft that it replaces; null: the first */
    private static Decision<IncomeEvent> draft(Draft c, IncomeStatementDrafted before) {
        if (!c.window().fits(c.basis(), YearMonth.from(c.on())))
            return refuse(
                    INCOME_WINDOW_MISMATCH,
                    c.window().from() + ".." + c.window().to());
        if (c.lines().isEmpty()) return refuse(INCOME_DETAIL_REQUIRED);
        var unknown = c.lines().stream()
                .map(IncomeLine::code)
                .filter(code -> IncomeCode.of(code).isEmpty())
                .toList();
        if (!unknown.isEmpty()) return refuse(LINE_UNKNOWN, unknown);
        var twice = c.lines().stream()
                .map(IncomeLine::code)
                .filter(code ->
                        c.lines().stream().filter(l -> l.code().equals(code)).count() > 1)
                .distinct()
                .toList();
        if (!twice.isEmpty()) return refuse(LINE_TWICE, twice);
        if (c.population() < 1 || c.population() > POPULATION_MOST)
            return refuse(POPULATION, Integer.toString(c.population()));
        if (amounts(c).anyMatch(a -> a.signum() < 0)) return refuse(AMOUNT_NEGATIVE);
        if (amounts(c).anyMatch(a -> a.compareTo(AMOUNT_MOST) > 0)) return refuse(AMOUNT_TOO_LARGE);
        if (before != null && same(c, before)) return nothing();
        return before != null && c.on().isBefore(before.draftedOn())
                ? refuse(DATE_OUT_OF_ORDER, before.draftedOn().toString())
                : accept(drafted(c));
    }

    private static boolean same(Draft c, IncomeStatementDrafted d) {
        return c.window().equals(new IncomeWindow(d.from(), d.to()))
                && c.basis() == d.basis()
                && c.measure() == d.measure()
                && lines(c).equals(d.lines())
                && c.population() == d.population()
                && yuan(c.claims()).equals(d.claims())
                && yuan(c.selfPaid()).equals(d.selfPaid())
                && c.on().equals(d.draftedOn());
    }

    private static List<IncomeLine> lines(Draft c) {
        return c.lines().stream()
                .map(l -> new IncomeLine(l.code(), yuan(l.amount()), l.remark()))
                .toList();
    }

    private static IncomeStatementDrafted drafted(Draft c) {
        var lines = lines(c);
        var claims = yuan(c.claims());
        var selfPaid = yuan(c.selfPaid());
        var f = IncomeFigures.of(lines, claims, selfPaid, c.population());
        return new IncomeStatementDrafted(
                c.householdId(),
                c.areaCode(),
                c.window().from(),
                c.window().to(),
                c.basis(),
                c.measure(),
                lines,
                f.wage(),
                f.operating(),
                f.property(),
                f.transfer(),
                f.cost(),
                f.net(),
                c.population(),
                f.perCapita(),
                claims,
                selfPaid,
                f.reference(),
                f.perCapitaReference(),
                c.on());
    }

    private static Decision<IncomeEvent> sign(Sign c, Kept s) {
        if (c.on().isBefore(s.lastOn()))
            return refuse(DATE_OUT_OF_ORDER, s.lastOn().toString());
        var missing = Signature.missing(c.signatures()).stream()
                .map(Signature.Party::name)
                .toList();
        return missing.isEmpty() ? accept(signed(c)) : refuse(SIGNATURE_MISSING, missing);
    }

    private static IncomeStatementSigned signed(Sign c) {
        return new IncomeStatementSigned(c.householdId(), List.copyOf(c.signatures()), c.on());
    }

    private static Stream<BigDecimal> amounts(Draft c) {
        return Stream.concat(c.lines().stream().map(IncomeLine::amount), Stream.of(c.claims(), c.selfPaid()));
    }

    private static BigDecimal yuan(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
