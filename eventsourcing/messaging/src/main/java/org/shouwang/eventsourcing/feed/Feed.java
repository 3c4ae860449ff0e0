package org.shouwang.eventsourcing.feed;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Journal.Position;

/**
 * Publishes the journal: reads behind its cursor in commit-safe order, sends, waits for the broker's acknowledgement, moves the cursor.
 * One replica at a time: the cursor moves only on the connection that holds the advisory lock. An event may be sent again after a
 * crash between acknowledgement and cursor; it keeps its id.
 */
@Singleton
public class Feed {

    private static final Logger LOG = Logger.getLogger(Feed.class);
    private static final long LOCK = 0x5348_4F55_5741_4E47L;
    private static final int BATCH = 2_000;
    private static final Duration FIRST = Duration.ofMillis(1);
    private static final Duration QUERY = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Pool pool;
    private final Journal journal;
    private final Kafka kafka;
    private final String topic;
    private final String source;
    private final Duration poll;
    private final Semaphore wake = new Semaphore(0);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Thread thread;

    Feed(
            Pool pool,
            Journal journal,
            Kafka kafka,
            @ConfigProperty(name = "shouwang.topic") String topic,
            @ConfigProperty(name = "quarkus.http.root-path", defaultValue = "/") String source,
            @ConfigProperty(name = "shouwang.feed.poll", defaultValue = "200ms") Duration poll) {
        this.pool = pool;
        this.journal = journal;
        this.kafka = kafka;
        this.topic = topic;
        this.source = source;
        this.poll = poll;
    }

    void start(@Observes StartupEvent event) {
        journal.onAppended(wake::release);
        thread = Thread.ofPlatform().name("feed").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped.countDown();
        wake.release();
        thread.join(QUERY.plus(RETRY));
    }

    /** Who does not lead asks again every second, whatever is appended meanwhile. */
    private void run() {
        try {
            do {
                try {
                    takeTurn();
                } catch (RuntimeException | ExecutionException e) {
                    LOG.warnf("feed to %s waits: %s", topic, e.toString());
                }
            } while (!stopped.await(RETRY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeTurn() throws InterruptedException, ExecutionException {
        var connection = pool.getConnection().await().atMost(QUERY);
        try {
            if (leads(connection)) publish(connection);
        } finally {
            connection.close().await().atMost(QUERY);
        }
    }

    private static boolean leads(SqlConnection connection) {
        return connection
                .preparedQuery("select pg_try_advisory_lock($1)")
                .execute(Tuple.of(LOCK))
                .await()
                .atMost(QUERY)
                .iterator()
                .next()
                .getBoolean(0);
    }

    private void publish(SqlConnection connection) throws InterruptedException, ExecutionException {
        try {
            kafka.createTopics(List.of(topic));
            publish(connection, kafka.producer());
        } finally {
            connection
                    .preparedQuery("select pg_advisory_unlock($1)")
                    .execute(Tuple.of(LOCK))
                    .await()
                    .atMost(QUERY);
        }
    }

    /** After a failure the producer is closed with all that it still holds, so that nothing is sent behind what failed. */
    private void publish(SqlConnection connection, KafkaProducer<String, byte[]> producer)
            throws InterruptedException, ExecutionException {
        try {
            var cursor = cursor(connection);
            var next = read(connection, cursor);
            var rest = FIRST;
            while (stopped.getCount() > 0) {
                var batch = result(next);
                if (batch.isEmpty()) {
                    rest = wake.tryAcquire(rest.toMillis(), TimeUnit.MILLISECONDS) ? FIRST : longer(rest);
                    wake.drainPermits();
                    next = read(connection, cursor);
                    continue;
                }
                rest = FIRST;
                cursor = batch.getLast().position();
                var sent = send(producer, batch);
                var full = batch.size() == BATCH;
                if (full) next = read(connection, cursor);
                acknowledged(producer, sent);
                move(connection, cursor).await().atMost(QUERY);
                if (!full) next = read(connection, cursor);
            }
        } finally {
            producer.close(Duration.ZERO);
        }
    }

    /** An event can wait for another process's transaction, whose end wakes nobody here: who finds nothing looks again soon, then less often. */
    private Duration longer(Duration rest) {
        return rest.multipliedBy(2).compareTo(poll) < 0 ? rest.multipliedBy(2) : poll;
    }

    private CompletableFuture<List<Journal.Placed>> read(SqlConnection connection, Position from) {
        return journal.after(connection, from, BATCH).subscribeAsCompletionStage();
    }

    private static List<Journal.Placed> result(CompletableFuture<List<Journal.Placed>> read)
            throws InterruptedException, ExecutionException {
        try {
            return read.get(QUERY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new ExecutionException("the journal did not answer within " + QUERY, e);
        }
    }

    /** Not waited for by the disk: what is lost of it in a crash is sent again. */
    private static Uni<Void> move(SqlConnection connection, Position cursor) {
        return connection
                .preparedQuery("with soon as (select set_config('synchronous_commit', 'off', true))"
                        + " update feed_cursor set tx = $1::text::xid8, position = $2 from soon")
                .execute(Tuple.of(Long.toString(cursor.tx()), cursor.position()))
                .replaceWithVoid();
    }

    private List<Future<RecordMetadata>> send(KafkaProducer<String, byte[]> producer, List<Journal.Placed> events) {
        return events.stream()
                .map(placed -> producer.send(new Message(source, placed.event()).toRecord(topic)))
                .toList();
    }

    private static void acknowledged(KafkaProducer<String, byte[]> producer, List<Future<RecordMetadata>> sent)
            throws InterruptedException, ExecutionException {
        producer.flush();
        for (var one : sent) one.get();
    }

    private static Position cursor(SqlConnection connection) {
        var row = connection
                .query("select tx::text, position from feed_cursor")
                .execute()
                .await()
                .atMost(QUERY)
                .iterator()
                .next();
        return new Position(Long.parseLong(row.getString(0)), row.getLong(1));
    }
}
