package org.shouwang.drills;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.shouwang.stack.Failure;

/** Drill 6: two replicas of each service behind the gateway, of which either is killed. One of them feeds, both work. */
final class Replicas implements Drill {

    /** The feed's advisory lock, as {@code pg_locks} shows the two halves of its number. */
    private static final String FEEDS = """
            select count(*) from pg_locks where locktype = 'advisory' and granted and classid = 1397247829 and objid = 1463897671
              and database = (select oid from pg_database where datname = current_database())""";

    /** Sent again at most after a kill, or after one batch that the broker did not answer in time: less than a second of the load. */
    private static final int REPEATS = 100;

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
        for (var service : Stand.SERVICES) shared(stand, service, found, "at the beginning");
        var first = repeats(stand);
        if (first > REPEATS) found.wrong(first + " events were sent twice before anything was killed");
        var rounds = scale.of(1, 4);
        for (var round = 0; round < rounds; round++)
            for (var service : Stand.SERVICES) {
                var killed = (round + service.length()) % 2 == 0 ? service : Stand.second(service);
                stand.killService(killed);
                Drill.rest(2_000, 4_000);
                feeds(stand, found, "after " + killed + " was killed");
                stand.startService(killed);
                Progress.say("kill -9 of %s, round %d of %d", killed, round + 1, rounds);
                stand.awaitReady();
                shared(stand, service, found, "after " + killed + " came back");
                feeds(stand, found, "after " + killed + " came back");
            }
        var kills = rounds * Stand.SERVICES.size();
        var before = repeats(stand);
        Drill.rest(1_000 * scale.of(3, 20), 1_000 * scale.of(4, 21));
        var after = repeats(stand);
        if (after - before > REPEATS) found.wrong(after - before + " events were sent twice while nothing was killed");
        if (after > (long) kills * REPEATS) found.wrong(after + " events were sent twice at " + kills + " kills");
        return "two replicas of each service, %d kill -9 of one of them; after each, both had messages and requests again and one of them fed;"
                        .formatted(kills)
                + " events sent twice before the first %d, in all %d, of these while nothing more was killed %d"
                        .formatted(first, after, after - before);
    }

    /** On all topics: that two feed at the same time would show here. */
    private static long repeats(Stand stand) {
        var copies = new Copies(stand);
        return Stand.SERVICES.stream()
                .mapToLong(service -> copies.topic(service).repeats())
                .sum();
    }

    /** One in each service holds the lock of those that feed, within some seconds; that it is the only one shows in {@link #repeats}. */
    private static void feeds(Stand stand, Found found, String when) {
        var copies = new Copies(stand);
        for (var service : Stand.SERVICES)
            try {
                Patience.of(TAKEN_OVER).until("a feed of " + service, () -> copies.count(service, FEEDS) == 1);
            } catch (Failure e) {
                found.wrong(e.getMessage() + " " + when);
            }
    }

    /** Both have a share of the messages and of the requests, within some seconds. */
    private static void shared(Stand stand, String service, Found found, String when) {
        var before = requests(stand, service);
        try {
            Patience.of(TAKEN_OVER)
                    .until("both replicas of " + service + " have messages", () -> readers(stand, service) == 2);
            Patience.of(TAKEN_OVER).until("both replicas of " + service + " have requests", () -> {
                var now = requests(stand, service);
                return now.get(0) > before.get(0) && now.get(1) > before.get(1);
            });
        } catch (Failure e) {
            found.wrong(e.getMessage() + " " + when);
        }
    }

    private static long readers(Stand stand, String group) throws ExecutionException, InterruptedException {
        var properties = new Properties();
        properties.put("bootstrap.servers", stand.bootstrap());
        try (var admin = Admin.create(properties)) {
            return admin.describeConsumerGroups(List.of(group)).all().get().get(group).members().stream()
                    .filter(m -> !m.assignment().topicPartitions().isEmpty())
                    .count();
        }
    }

    /** How many each has answered, those about its health and these not counted. */
    private static List<Long> requests(Stand stand, String service) {
        return Stream.of(service, Stand.second(service))
                .map(replica -> Http.must(HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + stand.port(replica) + "/" + service + "/q/metrics"))
                        .timeout(Http.HANG)
                        .build()))
                .map(metrics -> metrics.lines()
                        .filter(line -> line.startsWith("http_server_requests_seconds_count") && !line.contains("/q/"))
                        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                        .sum())
                .toList();
    }
}
