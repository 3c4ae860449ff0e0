package org.shouwang.drills;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartitionInfo;
import org.shouwang.stack.Failure;

/** Drill 4: three brokers, every message on three and acknowledged by two; one is killed and brought back, then the next. */
final class Brokers implements Drill {

    private static final Duration CARRIED_ON = Duration.ofSeconds(60);
    private static final Duration JOINED = Duration.ofSeconds(90);

    @Override
    public int number() {
        return 4;
    }

    @Override
    public Stand.Shape shape() {
        return Stand.Shape.THREE_BROKERS;
    }

    @Override
    public String harm(Stand stand, Load load, Found found, Scale scale) {
        Drill.rest(3_000, 5_000);
        await(JOINED, "all copies are there", () -> copies(stand, 3), found);
        var kills = scale.of(1, 6);
        for (var i = 0; i < kills; i++) {
            var broker = 1 + i % 3;
            stand.kafka().kill(broker);
            Progress.say("kill -9 %d of %d: broker %d", i + 1, kills, broker);
            var before = archived(stand);
            await(
                    CARRIED_ON,
                    "events reach the archive without broker " + broker,
                    () -> archived(stand) > before + 20,
                    found);
            Drill.rest(3_000, 8_000);
            stand.kafka().start(broker);
            await(JOINED, "broker " + broker + " has caught up", () -> copies(stand, 3), found);
        }
        return "three brokers, replication 3, two in sync at least: %d kill -9 of one after another, each brought back"
                .formatted(kills);
    }

    private static long archived(Stand stand) {
        try {
            return new Copies(stand).count("archive", "select count(*) from archived_event");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether every partition of the services' topics has so many copies in sync. */
    private static boolean copies(Stand stand, int copies) throws Exception {
        var properties = new Properties();
        properties.put("bootstrap.servers", stand.bootstrap());
        var topics = Stand.SERVICES.stream().map(service -> service + ".events").toList();
        try (var admin = Admin.create(properties)) {
            return admin.describeTopics(topics).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .map(TopicPartitionInfo::isr)
                    .allMatch(inSync -> inSync.size() == copies);
        }
    }

    private static void await(Duration limit, String what, java.util.concurrent.Callable<Boolean> holds, Found found) {
        try {
            Patience.of(limit).until(what, holds);
        } catch (Failure e) {
            found.wrong(e.getMessage());
        }
    }
}
