package org.shouwang.drills;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** Lines for whoever waits. */
final class Progress {

    private Progress() {}

    static void say(String format, Object... values) {
        System.out.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + "  " + format.formatted(values));
    }
}
