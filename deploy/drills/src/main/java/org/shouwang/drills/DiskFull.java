package org.shouwang.drills;

import java.time.Duration;
import org.shouwang.stack.Failure;

/** Drill 9: no space left, for PostgreSQL and then for Kafka, on small disks of their own. */
final class DiskFull implements Drill {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Override
    public int number() {
        return 9;
    }

    @Override
    public Stand.Shape shape() {
        return Stand.Shape.SMALL_DISKS;
    }

    @Override
    public String harm(Stand stand, Load load, Found found, Scale scale) {
        Drill.rest(4_000, 6_000);
        var refused = refusals(load);
        stand.databases().disk().fill();
        await("commands are refused while PostgreSQL's disk is full", () -> refusals(load) > refused + 20, found);
        Drill.rest(1_000 * scale.of(2, 20), 1_000 * scale.of(3, 21));
        var meanwhile = refusals(load) - refused;
        stand.databases().disk().free();
        var ended = !stand.databases().alive();
        if (ended) stand.databases().restart();
        Progress.say("PostgreSQL has space again; %d refusals; it %s", meanwhile, ended ? "had ended" : "went on");
        goesOn(load, "PostgreSQL", found);

        var before = load.ledger().acknowledged().size();
        stand.kafka().disk().fill();
        Drill.rest(1_000 * scale.of(5, 30), 1_000 * scale.of(6, 31));
        var without = load.ledger().acknowledged().size() - before;
        if (without == 0) found.wrong("no command was acknowledged while Kafka's disk was full");
        stand.kafka().disk().free();
        var gone = !stand.kafka().alive(1);
        if (gone) stand.kafka().start(1);
        Progress.say("Kafka has space again; %d commands meanwhile; it %s", without, gone ? "had ended" : "went on");
        goesOn(load, "Kafka", found);
        return ("PostgreSQL's disk full: %d answers 503 STORAGE_FULL with Retry-After, server %s; "
                        + "Kafka's disk full: %d commands acknowledged meanwhile, broker %s; all went on after space was back")
                .formatted(
                        meanwhile,
                        ended ? "ended and was started again" : "stayed up",
                        without,
                        gone ? "ended and was started again" : "stayed up");
    }

    private static long refusals(Load load) {
        return load.ledger().answers().stream()
                .filter(a -> a.later() && a.what().endsWith(" STORAGE_FULL"))
                .count();
    }

    private static void goesOn(Load load, String what, Found found) {
        var now = load.ledger().acknowledged().size();
        await(
                "commands are acknowledged again after " + what + " has space",
                () -> load.ledger().acknowledged().size() > now + 20,
                found);
    }

    private static void await(String what, java.util.concurrent.Callable<Boolean> holds, Found found) {
        try {
            Patience.of(LIMIT).until(what, holds);
        } catch (Failure e) {
            found.wrong(e.getMessage());
        }
    }
}
