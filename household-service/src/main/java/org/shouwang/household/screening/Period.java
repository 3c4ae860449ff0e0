package org.shouwang.household.screening;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import org.shouwang.eventsourcing.rest.BadRequest;

/** What a delivery may say of its time and place. */
final class Period {

    private Period() {}

    /** A year, month or day that has begun. */
    static String valid(String period, LocalDate today) {
        try {
            if (period != null && !begin(period).isAfter(today)) return period;
        } catch (DateTimeException _) {
            throw wrong();
        }
        throw wrong();
    }

    private static LocalDate begin(String period) {
        return switch (period.length()) {
            case 4 -> Year.parse(period).atDay(1);
            case 7 -> YearMonth.parse(period).atDay(1);
            default -> LocalDate.parse(period);
        };
    }

    private static BadRequest wrong() {
        return new BadRequest(
                "period",
                "应为已经开始的年、月或日，如 2021、2021-09、2021-09-07",
                "must be a year, month or day that has begun: 2021, 2021-09, 2021-09-07");
    }

    static String area(String area) {
        if (!area.matches("[0-9]{12}"))
            throw new BadRequest("area", "应为 12 位区划代码", "must be an area code of 12 digits");
        return area;
    }
}
