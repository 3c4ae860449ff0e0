package org.shouwang.monitoring.facts;

import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.Guard.INCOME_WINDOW_MISMATCH;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.policy.PolicyTerms.IncomeBasis;

/**
 * 收入区间: the months that an income statement must be of for a household that is looked at from one month to another, both included: the
 * twelve before one of these months, or months of one of their years where the policy estimates.
 */
public record IncomeWindow(IncomeBasis basis, YearMonth first, YearMonth last) {

    private static final int MONTHS = 12;

    public static IncomeWindow of(PolicyTerms terms, LocalDate first, LocalDate last) {
        return new IncomeWindow(terms.incomeBasis(), YearMonth.from(first), YearMonth.from(last));
    }

    public static IncomeWindow of(PolicyTerms terms, LocalDate day) {
        return of(terms, day, day);
    }

    public boolean covers(IncomeFact income) {
        if (income.basis() != basis) return false;
        return switch (basis) {
            case ACTUAL_12M ->
                income.from().equals(income.to().minusMonths(MONTHS - 1))
                        && !income.to().isBefore(first.minusMonths(1))
                        && !income.to().isAfter(last.minusMonths(1));
            case ESTIMATED_YEAR ->
                income.from().getYear() == income.to().getYear()
                        && income.from().getYear() >= first.getYear()
                        && income.to().getYear() <= last.getYear();
        };
    }

    /** Why the statement does not show that the household is without a risk; null where it does. */
    public <E> Decision<E> flaw(IncomeFact income) {
        return covers(income) ? income.flaw() : refuse(INCOME_WINDOW_MISMATCH, words());
    }

    public List<String> words() {
        return switch (basis) {
            case ACTUAL_12M ->
                Stream.of(first, last)
                        .distinct()
                        .map(month -> month.minusMonths(MONTHS) + ".." + month.minusMonths(1))
                        .toList();
            case ESTIMATED_YEAR ->
                Stream.concat(
                                Stream.of(basis.name()),
                                Stream.of(first.getYear(), last.getYear())
                                        .distinct()
                                        .map(year -> year + "-01.." + year + "-12"))
                        .toList();
        };
    }
}
