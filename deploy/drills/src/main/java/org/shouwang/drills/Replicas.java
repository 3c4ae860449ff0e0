package org.shouwang.drills;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** Drill 6: two replicas of each service behind the gateway, of which either is killed. One of them feeds, both work. */
final class Replicas implements Drill {

    /** The feed's advisory lock, as {@code pg_locks} shows the two halves of its number. */
    private static final String FEEDS = """
            select count(*) from pg_locks where locktype = 'advisory' and granted and classid = 1397247829 and objid = 1463897671
              and database = (select oid from pg_database where datname = current_database())""";

    private static final Duration TAKEN_OVER = Duration.ofSeconds(30);

    @Override
    public int number() {
        return 6;
    }

    @Override
    public Stand.Shape shape() {
        return Stand.Shape.TWO_REPLICAS;
    }

    @Override
    public String harm(Stand stand, Load load, Found found, Scale scale) {
        Drill.rest(5_000, 6_000);
        feeds(stand, found, "at the beginning");
        for (var service : Stand.SERVICES) members(stand, service, found);
        var rounds = scale.of(1, 4);
        for (var round = 0; round < rounds; round++)
            for (var service : Stand.SERVICES) {
                var killed = (round + service.length()) % 2 == 0 ? service : Stand.second(service);
                stand.killService(killed);
                Drill.rest(2_000, 4_000);
                feeds(stand, found, "after " + killed + " was killed");
                stand.startService(killed);
                Progress.say("kill -9 of %s, round %d of %d", killed, round + 1, rounds);
                Drill.rest(3_000, 6_000);
            }
        stand.awaitReady();
        return "two replicas of each service, %d kill -9 of one of them".formatted(rounds * Stand.SERVICES.size());
    }

    /** Exactly one in each service, within some seconds; never two. */
    private static void feeds(Stand stand, Found found, String when) {
        var copies = new Copies(stand);
        for (var service : Stand.SERVICES)
            try {
                Patience.of(TAKEN_OVER).until("a feed of " + service, () -> {
                    var feeds = copies.count(service, FEEDS);
                    if (feeds > 1) found.wrong(feeds + " feeds of " + service + " at once " + when);
                    return feeds == 1;
                });
            } catch (org.shouwang.stack.Failure e) {
                found.wrong(e.getMessage() + " " + when);
            }
        try {
            for (var service : Stand.SERVICES)
                if (copies.count(service, FEEDS) > 1) found.wrong("two feeds of " + service + " at once " + when);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void members(Stand stand, String group, Found found) {
        var properties = new Properties();
        properties.put("bootstrap.servers", stand.bootstrap());
        try (var admin = Admin.create(properties)) {
            var members = admin.describeConsumerGroups(java.util.List.of(group))
                    .all()
                    .get()
                    .get(group)
                    .members();
            var working = members.stream()
                    .filter(m -> !m.assignment().topicPartitions().isEmpty())
                    .count();
            if (working < 2) found.wrong("the messages of " + group + " go to " + working + " of its replicas only");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
