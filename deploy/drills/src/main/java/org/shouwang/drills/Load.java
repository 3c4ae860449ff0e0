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
import java.util.stream.Stream;
import org.shouwang.stack.Failure;

/**
 * Clerks who work while the harm is done: each takes one household after another through all four services, every second one only
 * through the household service, at a bounded pace, and finishes the household at hand when the load is stopped. Beside them a household
 * after another wanders: it moves to and fro while four clerks work at its statements, so that consumers append where people do.
 */
final class Load implements AutoCloseable {

    /** No load goes on longer than this, whatever its drill does. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    /** After the end was said, for what is still to be acknowledged, and then for a last answer. */
    private static final Duration LAST = Duration.ofSeconds(90);

    private static final Duration LAST_ANSWER = Http.HANG.multipliedBy(4);
    private static final int BESIDE_THE_MOVES = 4;

    private final Client client;
    private final Ledger ledger = new Ledger();
    private volatile boolean everywhere;
    private final List<Thread> clerks = new ArrayList<>();
    private final Duration pause;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicInteger households = new AtomicInteger();
    private volatile long end = System.nanoTime() + LONGEST.toNanos();

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

    /** @param perSecond commands of all clerks together, about; those about the wandering household not counted */
    static Load start(Stand stand, int clerks, int perSecond) {
        var load = start(stand, clerks, perSecond, clerk -> clerk % 2 == 0);
        load.clerks.add(Thread.startVirtualThread(load::wander));
        return load;
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

    /** Lets every clerk finish, for at most 90 s. @throws Failure where one still waits for an answer two minutes later */
    @Override
    public void close() {
        if (!stopping.getAndSet(true)) end = System.nanoTime() + LAST.toNanos();
        clerks.forEach(this::join);
    }

    private boolean going() {
        return !stopping.get() && before(end);
    }

    private static boolean before(long time) {
        return System.nanoTime() - time < 0;
    }

    /** From now on also those who registered only do all of a family's work. */
    void everywhere() {
        everywhere = true;
    }

    private void work(boolean all) {
        while (going())
            sendAll(new Family(households.incrementAndGet())
                    .commands().stream()
                            .filter(command ->
                                    all || everywhere || command.service().equals("household"))
                            .toList());
    }

    private void wander() {
        while (going()) {
            var family = new Family(households.incrementAndGet());
            if (!sendAll(family.commands())) continue;
            var beside = Stream.generate(() -> Thread.startVirtualThread(() -> sendAll(family.statements())))
                    .limit(BESIDE_THE_MOVES)
                    .toList();
            for (var there = true; beside.stream().anyMatch(Thread::isAlive); there = !there) {
                if (!sendAll(List.of(family.move(there)))) break;
                Patience.sleep(pause);
            }
            beside.forEach(this::join);
        }
    }

    /** One after another; false where one was not acknowledged, which leaves out the rest. */
    private boolean sendAll(List<Command> commands) {
        for (var command : commands) {
            if (!client.send(command, () -> before(end))) return false;
            if (!stopping.get()) Patience.sleep(pause);
        }
        return true;
    }

    private void join(Thread thread) {
        try {
            var last = Duration.ofNanos(end - System.nanoTime()).plus(LAST_ANSWER);
            if (thread.isAlive() && !(last.isPositive() && thread.join(last)))
                throw new Failure("a clerk still waits for an answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
