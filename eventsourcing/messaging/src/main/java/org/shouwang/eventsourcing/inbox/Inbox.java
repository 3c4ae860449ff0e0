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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
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

    /** What was polled and is applied one by one waits for the next poll after this: the broker expels who does not poll for five minutes. */
    private static final Duration ONE_BY_ONE = Duration.ofSeconds(60);

    /** A message and one who reads it. */
    record Due(Consumer consumer, Message message) {
        UUID id() {
            return message.event().envelope().id();
        }
    }

    private final Kafka kafka;
    private final Journal journal;
    private final DeadLetters deadLetters;
    private final List<Consumer> consumers;
    private final String group;
    private volatile CountDownLatch stopped;
    private Thread thread;

    /** Whether offsets could not be moved; only of the inbox's thread. */
    private boolean behind;

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
                while (running()) take(kafkaConsumer, ONE_BY_ONE);
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                LOG.warnf("inbox of %s waits: %s", group, e.toString());
                rest();
            }
        }
    }

    /** Offsets move a little later than effects, also where nothing new comes: what comes again is known. */
    void take(org.apache.kafka.clients.consumer.Consumer<String, byte[]> from, Duration oneByOne) {
        if (behind) {
            behind = false;
            from.commitAsync(this::moved);
        }
        var records = from.poll(POLL);
        if (records.isEmpty()) return;
        var next = new HashMap<TopicPartition, OffsetAndMetadata>();
        var together = new ArrayList<ConsumerRecord<String, byte[]>>();
        records.forEach(together::add);
        if (applyAll(together)) next.putAll(records.nextOffsets());
        else {
            var until = System.nanoTime() + oneByOne.toNanos();
            for (var partition : records.partitions()) {
                var batch = records.records(partition);
                var offset = applyAll(batch) ? batch.getLast().offset() + 1 : applyEach(batch, until);
                next.put(partition, new OffsetAndMetadata(offset));
                if (offset <= batch.getLast().offset()) from.seek(partition, offset);
            }
        }
        from.commitAsync(next, this::moved);
    }

    private void moved(Map<TopicPartition, OffsetAndMetadata> offsets, Exception failure) {
        if (failure == null) return;
        behind = true;
        LOG.warnf("offsets of %s stay behind: %s", group, failure.toString());
    }

    /** All in one transaction, the fast way; false where one of them failed and none took effect. */
    private boolean applyAll(List<ConsumerRecord<String, byte[]>> batch) {
        try {
            var due = due(batch);
            await(() -> journal.once(session -> once(session, due)));
            return true;
        } catch (RuntimeException e) {
            LOG.debugf("a batch of %d goes one by one: %s", batch.size(), e.toString());
            return false;
        }
    }

    /** The offset to go on from: that of the message where a failure that passes or the time stopped it, or the one behind the last. */
    private long applyEach(List<ConsumerRecord<String, byte[]>> batch, long until) {
        for (var record : batch) {
            if (System.nanoTime() - until > 0) return record.offset();
            for (var consumer : readers(record)) {
                try {
                    var due = List.of(new Due(consumer, Message.of(record.headers(), record.value())));
                    await(() -> journal.transaction(session -> once(session, due)));
                } catch (RuntimeException e) {
                    if (passing(e) || !buried(consumer, record, e)) {
                        LOG.warnf("message %d of %s waits: %s", record.offset(), record.topic(), e.toString());
                        rest();
                        return record.offset();
                    }
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

    private List<Due> due(List<ConsumerRecord<String, byte[]>> batch) {
        var due = new ArrayList<Due>();
        for (var record : batch) {
            var message = Message.of(record.headers(), record.value());
            readers(record).forEach(consumer -> due.add(new Due(consumer, message)));
        }
        return due;
    }

    private List<Consumer> readers(ConsumerRecord<String, byte[]> record) {
        return consumers.stream()
                .filter(c -> c.topics().contains(record.topic()))
                .toList();
    }

    /** Notes all that is due in one statement; what had been noted before takes no effect again. */
    static Uni<Void> once(StatelessSession session, List<Due> all) {
        var due = all.stream().filter(d -> d.consumer().cares(d.message())).toList();
        if (due.isEmpty()) return Uni.createFrom().voidItem();
        return Sql.rows(
                        session,
                        "insert into inbox (consumer, message) select * from unnest($1::text[], $2::uuid[])"
                                + " on conflict do nothing returning consumer, message",
                        due.stream().map(d -> d.consumer().name()).toArray(String[]::new),
                        due.stream().map(Due::id).toArray(UUID[]::new))
                .chain(rows -> {
                    var fresh = rows.stream().map(List::of).collect(Collectors.toCollection(HashSet::new));
                    return Multi.createFrom()
                            .iterable(due)
                            .filter(d -> fresh.remove(List.of(d.consumer().name(), d.id())))
                            .onItem()
                            .transformToUniAndConcatenate(d ->
                                    d.consumer().apply(session, d.message()).replaceWithVoid())
                            .collect()
                            .last();
                });
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
