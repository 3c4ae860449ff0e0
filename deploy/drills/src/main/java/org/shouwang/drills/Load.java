package org.shouwang.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/**
 * Clerks who work while the harm is done: each takes one household after another through all four services, every second one only
 * through the household service, at a bounded pace, and finishes the household at hand when the load is stopped.
 */
final class Load implements AutoCloseable {

    private static final Duration LAST = Duration.ofSeconds(90);

    private final Client client;
    private final Ledger ledger = new Ledger();
    private final List<Thread> clerks = new ArrayList<>();
    private final Duration pause;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicInteger households = new AtomicInteger();
    private volatile long end = Long.MAX_VALUE;

    private Load(Stand stand, Duration pause) {
        this.client = new Client(stand, ledger);
        this.pause = pause;
    }

    /** What households need before they can be registered: areas, a policy, a line. */
    static void prepare(Stand stand, Path home) {
        var sample = home.resolve("deploy/sample");
        try {
            Http.must(Http.request(
                            stand.url() + "/household/areas/imports?validFrom=2016-01-01", stand.token("sys-admin"))
                    .header("Content-Type", "text/csv")
                    .POST(BodyPublishers.ofFile(sample.resolve("areas-610727.csv")))
                    .build());
            var operator = stand.token("county-operator");
            Http.must(Http.put(
                    stand.url() + "/monitoring/policies/POL-2021/versions/1",
                    operator,
                    Files.readString(sample.resolve("policies/POL-2021.json"))));
            Http.must(Http.put(
                    stand.url() + "/monitoring/lines/610727000000/2021",
                    operator,
                    "{\"amount\":6000,\"effectiveFrom\":\"2021-01-01\",\"source\":\"演练\"}"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param perSecond commands of all clerks together, about */
    static Load start(Stand stand, int clerks, int perSecond) {
        return start(stand, clerks, perSecond, clerk -> clerk % 2 == 0);
    }

    /** Without the other three services. */
    static Load registrationsOnly(Stand stand, int clerks, int perSecond) {
        return start(stand, clerks, perSecond, _ -> false);
    }

    private static Load start(Stand stand, int clerks, int perSecond, IntPredicate everywhere) {
        var load = new Load(stand, Duration.ofMillis(1000L * clerks / perSecond));
        for (var i = 0; i < clerks; i++) {
            var all = everywhere.test(i);
            load.clerks.add(Thread.ofVirtual().name("clerk-" + i).start(() -> load.work(all)));
        }
        return load;
    }

    Ledger ledger() {
        return ledger;
    }

    /** Lets every clerk finish, for at most 90 s. */
    @Override
    public void close() {
        if (!stopping.getAndSet(true)) end = System.nanoTime() + LAST.toNanos();
        for (var clerk : clerks)
            try {
                clerk.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
    }

    private void work(boolean everywhere) {
        while (!stopping.get())
            for (var command : new Family(households.incrementAndGet()).commands()) {
                if (!everywhere && !command.service().equals("household")) continue;
                if (!client.send(command, () -> System.nanoTime() < end)) break;
                if (!stopping.get()) Patience.sleep(pause);
            }
    }
}
