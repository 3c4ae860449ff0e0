package org.shouwang.monitoring.revisit;

import java.time.YearMonth;

/** The stretch of the calendar in which a removed household is visited once: a year is cut into pieces of so many months, from January on. */
public record RevisitPeriod(YearMonth from, YearMonth to) {

    /** The one that a month lies in. @param months 1, 2, 3, 4, 6 or 12 */
    public static RevisitPeriod of(YearMonth month, int months) {
        var from = month.minusMonths((month.getMonthValue() - 1) % months);
        return new RevisitPeriod(from, from.plusMonths(months - 1L));
    }
}
