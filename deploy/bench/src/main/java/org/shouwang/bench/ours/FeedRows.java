package org.shouwang.bench.ours;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shouwang.bench.Fill;
import org.shouwang.bench.Measured;
import org.shouwang.bench.NoteEvent.IncomeNoted;
import org.shouwang.bench.Task;
import org.shouwang.bench.Used;
import org.shouwang.bench.Worker;
import org.shouwang.eventsourcing.feed.Kafka;
import org.shouwang.eventsourcing.feed.Message;

/** The rows in which Kafka takes part: how fast the feed is, how far behind, and how soon another service shows what was commanded here. */
@Singleton
class FeedRows {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Rows that the client asks for again, at least, because a transaction may show its rows later than one that began after it. */
    private static final int AGAIN = 200;

    private final Kafka kafka;
    private final String topic;
    private final String jdbcUrl;
    private final Optional<String> peer;

    /** @param peer address of the database of the service that hears; absent where there is none */
    FeedRows(
            Kafka kafka,
            @ConfigProperty(name = "shouwang.topic") String topic,
            @ConfigProperty(name = "bench.jdbc-url") String jdbcUrl,
            @ConfigProperty(name = "bench.peer-jdbc-url") Optional<String> peer) {
        this.kafka = kafka;
        this.topic = topic;
        this.jdbcUrl = jdbcUrl;
        this.peer = peer;
    }

    Measured take(OursStore store, Task task) throws Exception {
        return switch (task.row()) {
            case "feed" -> feed(store, task.size());
            case "feed-lag" -> lag(store, task.size(), pace(task));
            case "visible-idle", "visible-100" -> visible(store, (int) task.size(), pace(task));
            default -> throw new IllegalArgumentException("no row " + task.row());
        };
    }

    /** Commands/s. */
    private static int pace(Task task) {
        return (int) Math.round(task.size() / task.seconds());
    }

    /** From the commit of so many events until the broker has acknowledged the last. */
    private Measured feed(OursStore store, long events) throws Exception {
        try (var consumer = kafka.reader();
                var connection = DriverManager.getConnection(jdbcUrl)) {
            var partitions = partitions(consumer);
            var template = begin(store);
            settle(connection);
            var before = ends(consumer, partitions);
            store.fillNow(connection, template, events);
            var from = System.nanoTime();
            begin(store);
            until(from, () -> ends(consumer, partitions) >= before + events + 1);
            var measured = Measured.of(events, System.nanoTime() - from);
            Fill.analyse(connection);
            return measured;
        }
    }

    /** At a steady pace: the time from a command's beginning until a reader of the topic has its event. The 99 % are the longest of all. */
    private Measured lag(OursStore store, long count, int perSecond) throws Exception {
        try (var consumer = kafka.reader();
                var connection = DriverManager.getConnection(jdbcUrl)) {
            var partitions = partitions(consumer);
            settle(connection);
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            var failure = new AtomicReference<Throwable>();
            var from = System.nanoTime();
            var sender = Thread.ofPlatform()
                    .daemon()
                    .start(() -> paced(perSecond, count, from, turn -> {
                        store.begin(Worker.id(), List.of(IncomeNoted.of((int) turn)))
                                .whenComplete((_, e) -> {
                                    if (e != null) failure.compareAndSet(null, e);
                                });
                    }));
            var histogram = new Histogram(3);
            until(from, () -> {
                for (var record : consumer.poll(Duration.ofMillis(5))) {
                    var recorded = Message.of(record.headers(), record.value())
                            .event()
                            .envelope()
                            .recordedAt();
                    histogram.recordValue(Math.max(
                            0, Duration.between(recorded, Instant.now()).toNanos()));
                }
                return failure.get() != null || histogram.getTotalCount() >= count;
            });
            sender.join();
            if (failure.get() != null) throw new IllegalStateException(failure.get());
            return new Measured(
                    count,
                    count * 1e9 / (System.nanoTime() - from),
                    histogram.getValueAtPercentile(50) / 1e3,
                    histogram.getMaxValue() / 1e3,
                    Used.NOTHING);
        }
    }

    /** Commands at a steady pace, whatever became of those before; and a client that asks the other service's database until it has them all. */
    private Measured visible(OursStore store, int count, int perSecond) throws Exception {
        try (var connection = DriverManager.getConnection(peer.orElseThrow());
                var query = connection.prepareStatement(
                        "select position, stream from heard where position > ? order by position")) {
            var begun = new ConcurrentHashMap<UUID, Long>();
            var failure = new AtomicReference<Throwable>();
            var histogram = new Histogram(3);
            var last = new long[] {last(connection)};
            var again = Math.max(AGAIN, 2 * perSecond);
            var from = System.nanoTime();
            var sender = Thread.ofPlatform()
                    .daemon()
                    .start(() -> paced(perSecond, count, from, turn -> {
                        var stream = Worker.id();
                        begun.put(stream, System.nanoTime());
                        store.beginForCommands(stream, List.of(IncomeNoted.of((int) turn)))
                                .whenComplete((_, e) -> {
                                    if (e != null) failure.compareAndSet(null, e);
                                });
                    }));
            until(from, () -> {
                query.setLong(1, last[0] - again);
                try (var rows = query.executeQuery()) {
                    var now = System.nanoTime();
                    while (rows.next()) {
                        last[0] = Math.max(last[0], rows.getLong(1));
                        var at = begun.remove(rows.getObject(2, UUID.class));
                        if (at != null) histogram.recordValue(now - at);
                    }
                }
                return failure.get() != null || histogram.getTotalCount() >= count;
            });
            sender.join();
            if (failure.get() != null) throw new IllegalStateException(failure.get());
            return Measured.of(count, System.nanoTime() - from, histogram);
        }
    }

    private static long last(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select coalesce(max(position), 0) from heard")) {
            found.next();
            return found.getLong(1);
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    /** Looks about every millisecond. */
    private static void until(long from, Condition condition) throws Exception {
        while (!condition.holds()) {
            if (System.nanoTime() - from > PATIENCE.toNanos())
                throw new IllegalStateException("not done within two minutes");
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private interface Turn {
        void take(long turn);
    }

    private static void paced(int perSecond, long count, long from, Turn turn) {
        for (var i = 0L; i < count; i++) {
            var at = from + i * 1_000_000_000L / perSecond;
            for (var wait = at - System.nanoTime(); wait > 0; wait = at - System.nanoTime())
                LockSupport.parkNanos(wait);
            turn.take(i);
        }
    }

    private static UUID begin(OursStore store) throws Exception {
        var stream = Worker.id();
        store.begin(stream, List.of(IncomeNoted.of(0))).toCompletableFuture().get(1, TimeUnit.MINUTES);
        return stream;
    }

    /** The topic is made first: of one that is not there yet, the broker names no partitions, and says so at once. */
    private List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) throws Exception {
        kafka.createTopics(List.of(topic));
        var found = new ArrayList<TopicPartition>();
        until(System.nanoTime(), () -> {
            for (var info : consumer.partitionsFor(topic)) found.add(new TopicPartition(topic, info.partition()));
            return !found.isEmpty();
        });
        return found;
    }

    private static long ends(KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        return consumer.endOffsets(partitions).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Waits until the feed has published all that there is. */
    private static void settle(Connection connection) throws Exception {
        try (var query = connection.prepareStatement(
                "select not exists (select from event e, feed_cursor c where (e.tx, e.position) > (c.tx, c.position))")) {
            until(System.nanoTime(), () -> {
                try (var found = query.executeQuery()) {
                    found.next();
                    return found.getBoolean(1);
                }
            });
        }
    }
}
