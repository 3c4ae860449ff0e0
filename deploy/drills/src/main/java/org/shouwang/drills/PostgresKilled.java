package org.shouwang.drills;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.LongStream;

/** Drill 2: the database ends as in a power cut and is away for some seconds. */
final class PostgresKilled implements Drill {

    /** Away longer than this without an answer is a hang, in milliseconds. */
    private static final long SECONDS = 10_000;

    @Override
    public int number() {
        return 2;
    }

    @Override
    public String harm(Stand stand, Load load, Found found, Scale scale) {
        var times = scale.of(1, 10);
        var without = new ArrayList<Window>();
        for (var i = 0; i < times; i++) {
            Drill.rest(2_000, scale.of(3_000, 8_000));
            stand.databases().kill();
            var killed = System.nanoTime();
            Drill.rest(6_000, scale.of(7_000, 12_000));
            without.add(new Window(killed, System.nanoTime()));
            stand.databases().restart();
            Progress.say("kill -9 %d of %d: PostgreSQL", i + 1, times);
        }
        Drill.rest(6_000, 7_000);
        var told = without.stream()
                .mapToLong(window -> window.told(load.ledger().answers()))
                .toArray();
        if (LongStream.of(told).anyMatch(count -> count == 0))
            found.wrong("nobody was told 503 with Retry-After while PostgreSQL was away");
        load.ledger().answers().stream()
                .filter(a -> without.stream().anyMatch(w -> w.covers(a)))
                .filter(a -> !a.done()
                        && !a.later()
                        && !Set.of("409 NOT_YET_KNOWN", "409 STATEMENT_UNSIGNED")
                                .contains(a.what()))
                .forEach(a -> found.wrong(
                        "while PostgreSQL was away " + a.command().path() + " was answered with " + a.what()));
        load.ledger().answers().stream()
                .filter(a -> a.millis() > SECONDS)
                .forEach(a -> found.wrong(a.command().method() + " "
                        + a.command().path() + " was answered after " + a.millis() + " ms: " + a.what()));
        return times
                + " kill -9 of PostgreSQL, each followed by 6 to 12 s without it, in which as many began that were told 503 with Retry-After: "
                + Arrays.toString(told);
    }

    /** While it was away; nanoseconds, {@link System#nanoTime}. */
    private record Window(long from, long to) {
        long told(Collection<Ledger.Answer> answers) {
            return answers.stream().filter(a -> a.later() && covers(a)).count();
        }

        boolean covers(Ledger.Answer answer) {
            return answer.begun() > from && answer.begun() < to;
        }
    }
}
