package org.shouwang.drills;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * Drill 7: consumers are away for as many events as an hour brings and catch up while the load goes on; then they are made to read
 * everything again, of all services.
 */
final class ConsumersBehind implements Drill {

    /** At five a second. */
    private static final int AN_HOUR = 18_000;

    private static final Duration GATHERING = Duration.ofMinutes(5);
    private static final Duration CATCHING_UP = Duration.ofMinutes(5);

    @Override
    public int number() {
        return 7;
    }

    /** An hour at five commands a second, in a minute and a half. */
    @Override
    public Load load(Stand stand) {
        return Load.registrationsOnly(stand, 16, 250);
    }

    @Override
    public String harm(Stand stand, Load load, Found found, Scale scale) {
        var consumers = List.of("monitoring", "assistance", "archive");
        consumers.forEach(stand::endService);
        var hour = scale.of(1_000, AN_HOUR);
        Progress.say("consumers away for %d commands", hour);
        Patience.of(GATHERING)
                .until(hour + " commands", () -> load.ledger().acknowledged().size() >= hour);
        var events = load.ledger().acknowledged().size();
        consumers.forEach(stand::startService);
        stand.awaitReady();
        var before = load.ledger().acknowledged().size();
        var seconds = caughtUp(stand);
        var after = load.ledger().acknowledged().size();
        if (after <= before) found.wrong("no command was acknowledged while the consumers caught up");
        load.everywhere();
        Drill.rest(scale.of(5_000, 60_000), scale.of(6_000, 70_000));
        load.close();
        caughtUp(stand);
        var all = load.ledger().acknowledged().size();
        var again = 0L;
        for (var service : Stand.SERVICES) {
            stand.endService(service);
            rewind(stand, service);
            again += before(stand, service);
            stand.startService(service);
            Progress.say("%s begins at the beginning again", service);
        }
        stand.awaitReady();
        var reading = caughtUp(stand);
        if (again < 3L * all) found.wrong("only " + again + " messages were to be read again");
        return "three consumers away for %,d commands caught up in %d s while %,d more were acknowledged; every group set to the beginning read %,d messages again in %d s"
                .formatted(events, seconds, after - before, again, reading);
    }

    private static long before(Stand stand, String group) {
        try {
            return new Copies(stand).behind(group);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All that is on the topics now has been read by everybody; seconds that it took. */
    private static long caughtUp(Stand stand) {
        var begun = System.nanoTime();
        new Copies(stand).awaitRead(CATCHING_UP);
        return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
    }

    private static void rewind(Stand stand, String group) {
        var properties = new Properties();
        properties.put("bootstrap.servers", stand.bootstrap());
        try (var admin = Admin.create(properties)) {
            Patience.of(Duration.ofSeconds(30)).until(group + " has no member any more and is set back", () -> {
                var offsets = admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get();
                admin.alterConsumerGroupOffsets(
                                group,
                                offsets.keySet().stream()
                                        .collect(Collectors.toMap(p -> p, _ -> new OffsetAndMetadata(0))))
                        .all()
                        .get();
                return true;
            });
        }
    }
}
