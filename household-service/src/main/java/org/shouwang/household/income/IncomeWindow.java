package org.shouwang.household.income;

import java.time.YearMonth;
import org.shouwang.eventsourcing.Worded;

/**
 * The twelve months over which income is counted: from the month of the year before to the month before the one given.
 * For November 2021: November 2020 to October 2021.
 *
 * @param from first month
 * @param to last month, whole
 */
public record IncomeWindow(YearMonth from, YearMonth to) {

    private static final int MONTHS = 12;

    public enum Basis implements Worded {
        /** What came in over twelve whole months. */
        ACTUAL_12M("前12个月实际收入"),
        /** What is expected for a calendar year. */
        ESTIMATED_YEAR("当年预估收入");

        private final String zh;

        Basis(String zh) {
            this.zh = zh;
        }

        @Override
        public String zh() {
            return zh;
        }
    }

    public static IncomeWindow before(YearMonth month) {
        return new IncomeWindow(month.minusMonths(MONTHS), month.minusMonths(1));
    }

    /** @param month in which the statement is drafted: what really came in lies before it */
    boolean fits(Basis basis, YearMonth month) {
        return switch (basis) {
            case ACTUAL_12M -> whole() && to.isBefore(month);
            case ESTIMATED_YEAR -> whole() && from.getMonthValue() == 1;
        };
    }

    private boolean whole() {
        return to.equals(from.plusMonths(MONTHS - 1));
    }
}
