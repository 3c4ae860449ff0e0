package org.shouwang.drills;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.shouwang.stack.Failure;

/** A wait with an end: no loop of a drill goes on for ever. */
record Patience(Duration limit) {

    private static final Duration PAUSE = Duration.ofMillis(200);

    static Patience of(Duration limit) {
        return new Patience(limit);
    }

    /** Asks every 200 ms; a failure other than {@link Failure} counts as a no. @throws Failure when the time is over */
    void until(String what, Callable<Boolean> holds) {
        var end = System.nanoTime() + limit.toNanos();
        Exception last = null;
        while (System.nanoTime() < end) {
            try {
                if (holds.call()) return;
                last = null;
            } catch (Failure e) {
                throw e;
            } catch (Exception e) {
                last = e;
            }
            sleep(PAUSE);
        }
        throw new Failure("Not within " + limit.toSeconds() + " s: " + what + (last == null ? "" : " (" + last + ")"));
    }

    static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
