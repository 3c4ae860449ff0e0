package org.shouwang.monitoring.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoWeekTest {

    @ParameterizedTest
    @CsvSource({"2021-W47,2021-11-22,2021-11-28", "2020-W53,2020-12-28,2021-01-03", "2026-W01,2025-12-29,2026-01-04"})
    void a_week_runs_from_monday_to_sunday_over_the_years_end(String text, LocalDate monday, LocalDate sunday) {
        var week = IsoWeek.parse(text).orElseThrow();
        assertThat(week.monday()).isEqualTo(monday);
        assertThat(week.sunday()).isEqualTo(sunday);
        assertThat(week).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-W53", "2021-W00", "2021-W1", "2021-47", "2021W47", "2021-W47-1", ""})
    void no_other_text_is_a_week(String text) {
        assertThat(IsoWeek.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2021-02,2021-02-01,2021-02-28", "2021-W47,2021-11-22,2021-11-28", "2021-12,2021-12-01,2021-12-31"})
    void a_period_is_a_week_or_a_month(String text, LocalDate first, LocalDate last) {
        var period = MeetingPeriod.parse(text).orElseThrow();
        assertThat(period.first()).isEqualTo(first);
        assertThat(period.last()).isEqualTo(last);
        assertThat(period).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-13", "2021-00", "2021-1", "2021", "202111", "2021-11-01", "2021-W53", ""})
    void no_other_text_is_a_period(String text) {
        assertThat(MeetingPeriod.parse(text)).isEmpty();
    }

    @Test
    void both_its_ends_belong_to_it() {
        var week = new IsoWeek(LocalDate.of(2021, 11, 22));
        assertThat(week.holds(LocalDate.of(2021, 11, 21))).isFalse();
        assertThat(week.holds(LocalDate.of(2021, 11, 22))).isTrue();
        assertThat(week.holds(LocalDate.of(2021, 11, 28))).isTrue();
        assertThat(week.holds(LocalDate.of(2021, 11, 29))).isFalse();
    }
}
