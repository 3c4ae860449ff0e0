package org.shouwang.eventsourcing.inbox;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jboss.logging.Logger;
import org.shouwang.eventsourcing.feed.Kafka;
import org.shouwang.eventsourcing.feed.Message;
import org.shouwang.eventsourcing.journal.CommandFailure;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;

/**
 * Turns at-least-once delivery into once: the message's id and its effect are committed together or not at all, and the offset moves
 * afterwards. A partition's messages take effect in order; one that cannot be applied goes to the dead letters and the next go on.
 */
@Singleton
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration RETRY = Duration.ofMillis(500);

    private final Kafka kafka;
    private final Journal journal;
    private final DeadLetters deadLetters;
    private final List<Consumer> consumers;
    private final String group;
    private volatile CountDownLatch stopped;
    private Thread thread;

    Inbox(
            Kafka kafka,
            Journal journal,
            DeadLetters deadLetters,
            @All List<Consumer> consumers,
            @ConfigProperty(name = "quarkus.application.name") String group) {
        this.kafka = kafka;
        this.journal = journal;
        this.deadLetters = deadLetters;
        this.consumers = consumers;
        this.group = group;
    }

    void start(@Observes StartupEvent event) {
        stopped = new CountDownLatch(1);
        if (!consumers.isEmpty())
            thread = Thread.ofPlatform().name("inbox").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped.countDown();
        if (thread != null) thread.join(RETRY.plus(POLL).multipliedBy(10));
    }

    private void run() {
        while (running()) {
            try (var kafkaConsumer = kafka.consumer(group)) {
                var topics =
                        consumers.stream().flatMap(c -> c.topics().stream()).collect(Collectors.toUnmodifiableSet());
                kafka.createTopics(topics);
                kafkaConsumer.subscribe(topics);
                while (running()) take(kafkaConsumer);
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                LOG.warnf("inbox of %s waits: %s", group, e.toString());
                rest();
            }
        }
    }

    private void take(KafkaConsumer<String, byte[]> from) {
        var records = from.poll(POLL);
        for (var partition : records.partitions()) {
            var batch = records.records(partition);
            var next = applyAll(batch) ? batch.getLast().offset() + 1 : applyEach(batch);
            from.commitSync(Map.of(partition, new OffsetAndMetadata(next)));
            if (next <= batch.getLast().offset()) from.seek(partition, next);
        }
    }

    /** All in one transaction, the fast way; false where one of them failed and none took effect. */
    private boolean applyAll(List<ConsumerRecord<String, byte[]>> batch) {
        try {
            await(() -> journal.once(session -> Multi.createFrom()
                    .iterable(batch)
                    .onItem()
                    .transformToUniAndConcatenate(record -> once(session, record))
                    .collect()
                    .asList()));
            return true;
        } catch (RuntimeException e) {
            LOG.debugf("a batch of %d goes one by one: %s", batch.size(), e.toString());
            return false;
        }
    }

    /** The offset to go on from: that of the message where a failure that passes stopped it, or the one behind the last. */
    private long applyEach(List<ConsumerRecord<String, byte[]>> batch) {
        for (var record : batch)
            for (var consumer : consumers) {
                if (!consumer.topics().contains(record.topic())) continue;
                try {
                    var message = Message.of(record.headers(), record.value());
                    await(() -> journal.transaction(session -> once(session, consumer, message)));
                } catch (RuntimeException e) {
                    if (passing(e) || !buried(consumer, record, e)) {
                        LOG.warnf("message %d of %s waits: %s", record.offset(), record.topic(), e.toString());
                        rest();
                        return record.offset();
                    }
                }
            }
        return batch.getLast().offset() + 1;
    }

    private boolean buried(Consumer consumer, ConsumerRecord<String, byte[]> record, RuntimeException reason) {
        try {
            deadLetters.bury(consumer.name(), record, reason);
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("dead letter waits: %s", e.toString());
            return false;
        }
    }

    private Uni<Void> once(StatelessSession session, ConsumerRecord<String, byte[]> record) {
        var message = Message.of(record.headers(), record.value());
        return Multi.createFrom()
                .iterable(consumers)
                .filter(consumer -> consumer.topics().contains(record.topic()))
                .onItem()
                .transformToUniAndConcatenate(consumer -> once(session, consumer, message))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    static Uni<Void> once(StatelessSession session, Consumer consumer, Message message) {
        if (!consumer.cares(message)) return Uni.createFrom().voidItem();
        return Sql.update(
                        session,
                        "insert into inbox (consumer, message) values ($1, $2) on conflict do nothing",
                        consumer.name(),
                        Consumer.id(message))
                .chain(inserted -> inserted == 1
                        ? consumer.apply(session, message)
                        : Uni.createFrom().nullItem())
                .replaceWithVoid();
    }

    private static boolean passing(Throwable failure) {
        return failure instanceof CommandFailure.Stale || Sql.passing(failure);
    }

    static <T> T await(java.util.function.Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean running() {
        return stopped.getCount() > 0;
    }

    private void rest() {
        try {
            stopped.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }
}
