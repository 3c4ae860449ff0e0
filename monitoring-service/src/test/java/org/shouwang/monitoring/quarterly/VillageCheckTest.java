package org.shouwang.monitoring.quarterly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.monitoring.quarterly.VillageCheck.Code.*;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwang.monitoring.quarterly.VillageCheck.Code;
import org.shouwang.monitoring.quarterly.VillageCheck.Finding;
import org.shouwang.monitoring.quarterly.VillageCheck.Month;

class VillageCheckTest {

    private static final LocalDate NOVEMBER_30 = LocalDate.of(2021, 11, 30);

    @Test
    void a_month_is_missing_from_the_day_after_its_last() {
        assertThat(codes(LocalDate.of(2021, 10, 31), 2, held(4), held(6), missing(10)))
                .isEmpty();
        assertThat(codes(LocalDate.of(2021, 11, 1), 2, held(4), held(6), missing(10)))
                .containsExactly(QUARTERLY_REVIEW_MISSING, QUARTERLY_MINUTES_TOO_FEW);
        var first =
                check(NOVEMBER_30, 2, held(4), held(6), missing(10)).findings().getFirst();
        assertThat(first.month()).isEqualTo(YearMonth.of(2021, 10));
    }

    @Test
    void minutes_are_too_few_only_once_the_year_is_through() {
        assertThat(codes(LocalDate.of(2021, 5, 15), 1, held(4), missing(6), missing(10)))
                .isEmpty();
        assertThat(codes(NOVEMBER_30, 3, held(4), held(6), held(10))).isEmpty();
        assertThat(codes(NOVEMBER_30, 2, held(4), held(6), held(10))).containsExactly(QUARTERLY_MINUTES_TOO_FEW);
    }

    @Test
    void what_was_not_due_is_neither_missing_nor_counted() {
        assertThat(codes(NOVEMBER_30, 1, new Month(YearMonth.of(2021, 4), false, null), missing(6), held(10)))
                .containsExactly(QUARTERLY_REVIEW_MISSING);
        assertThat(VillageCheck.of("610727105208", NOVEMBER_30, 0, 0, null, List.of(held(4)))
                        .findings())
                .isEmpty();
    }

    private static List<Code> codes(LocalDate date, int minutes, Month... months) {
        return check(date, minutes, months).findings().stream()
                .map(Finding::code)
                .toList();
    }

    private static VillageCheck check(LocalDate date, int minutes, Month... months) {
        return VillageCheck.of("610727105208", date, 0, minutes, 3, List.of(months));
    }

    private static Month held(int month) {
        return new Month(YearMonth.of(2021, month), true, LocalDate.of(2021, month, 12));
    }

    private static Month missing(int month) {
        return new Month(YearMonth.of(2021, month), true, null);
    }
}
