package org.shouwang.drills;

import java.time.Duration;
import java.util.List;
import org.shouwang.stack.Failure;

/** Drill 5: the primary is killed and its synchronous standby promoted; services know both addresses and find the one that takes writes. */
final class Failover implements Drill {

    private static final Duration GOES_ON = Duration.ofSeconds(60);

    @Override
    public int number() {
        return 5;
    }

    @Override
    public Stand.Shape shape() {
        return Stand.Shape.WITH_STANDBY;
    }

    @Override
    public String harm(Stand stand, Load load, Found found, Scale scale) {
        var times = scale.of(1, 4);
        var longest = 0L;
        for (var i = 0; i < times; i++) {
            Drill.rest(3_000, 8_000);
            var begun = System.nanoTime();
            stand.databases().kill();
            Drill.rest(500, 3_000);
            stand.databases().promoteStandby();
            var promoted = System.nanoTime();
            try {
                Patience.of(GOES_ON)
                        .until(
                                "commands to every service are acknowledged after the failover",
                                () -> services(load, promoted).containsAll(Stand.SERVICES));
            } catch (Failure e) {
                found.wrong(e.getMessage());
            }
            longest = Math.max(longest, (System.nanoTime() - begun) / 1_000_000);
            stand.databases().replaceStandby();
            Progress.say("failover %d of %d", i + 1, times);
        }
        return "synchronous standby: %d times the primary killed (kill -9), the standby promoted and a new one made;"
                        .formatted(times)
                + " all services wrote again within " + longest + " ms of the kill";
    }

    private static List<String> services(Load load, long since) {
        return load.ledger().acknowledged().entrySet().stream()
                .filter(e -> e.getValue().begun() > since)
                .map(e -> e.getKey().service())
                .distinct()
                .toList();
    }
}
