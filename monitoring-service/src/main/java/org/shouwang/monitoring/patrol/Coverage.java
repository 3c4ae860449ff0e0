package org.shouwang.monitoring.patrol;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * How many households 户 of a grid or an area were reached in a month, as known at the end of {@code asOf}: the month's last day, or the day that is
 * asked for while the month goes on. A household that is away for long counts as reached for all months of its term. Those that were not reached are
 * either open, or missed once their time is over: {@code reached + open + missed = households}. Beside the households stand their members 人 as of
 * that day.
 *
 * @param code of the grid, or of the area; of the village for its households in no grid
 * @param away households that are away for long
 * @param percent reached of all, two digits; null without households
 */
record Coverage(
        String code,
        YearMonth month,
        LocalDate asOf,
        long households,
        long away,
        long reached,
        long open,
        long missed,
        BigDecimal percent,
        Persons persons) {

    /** Persons 人 of the households that are counted beside. @param all of all households */
    record Persons(long all, long away, long reached, long open, long missed) {
        Persons(long all, long away, long reached, long missed) {
            this(all, away, reached, all - reached - missed, missed);
        }
    }

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Coverage of(
            String code,
            YearMonth month,
            LocalDate asOf,
            long households,
            long away,
            long reached,
            long missed,
            Persons persons) {
        return new Coverage(
                code,
                month,
                asOf,
                households,
                away,
                reached,
                households - reached - missed,
                missed,
                households == 0
                        ? null
                        : HUNDRED.multiply(BigDecimal.valueOf(reached))
                                .divide(BigDecimal.valueOf(households), 2, RoundingMode.HALF_UP),
                persons);
    }
}
