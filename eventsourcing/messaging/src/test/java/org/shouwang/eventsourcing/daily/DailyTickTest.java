package org.shouwang.eventsourcing.daily;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class DailyTickTest {

    @Test
    void it_ticks_ten_minutes_after_midnight_in_the_villages() {
        assertThat(until("2021-11-15T00:09:59+08:00[Asia/Shanghai]")).isEqualTo(Duration.ofSeconds(1));
        assertThat(until("2021-11-15T00:10:00+08:00[Asia/Shanghai]")).isEqualTo(Duration.ofDays(1));
        assertThat(until("2021-11-15T23:59:00+08:00[Asia/Shanghai]")).isEqualTo(Duration.ofMinutes(11));
    }

    private static Duration until(String now) {
        return DailyTick.untilNext(ZonedDateTime.parse(now));
    }
}
