package org.shouwang.eventsourcing.inbox;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jboss.logging.Logger;
import org.shouwang.eventsourcing.feed.Kafka;
import org.shouwang.eventsourcing.feed.Message;
import org.shouwang.eventsourcing.inbox.Inbox.Due;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Rebuild.Result;
import org.shouwang.eventsourcing.journal.Refusal;
import org.shouwang.eventsourcing.journal.Shadow;
import org.shouwang.eventsourcing.journal.Sql;

/**
 * Makes the tables that a consumer fills anew from the topics, which are kept for ever, while the inbox goes on. Only what the inbox
 * has noted as applied is applied, in the order in which it was published; a dead letter that was applied later takes its place in it.
 */
@Singleton
public class Refill {

    private static final Logger LOG = Logger.getLogger(Refill.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Kafka kafka;
    private final Journal journal;
    private final List<Consumer> consumers;

    Refill(Kafka kafka, Journal journal, @All List<Consumer> consumers) {
        this.kafka = kafka;
        this.journal = journal;
        this.consumers = consumers;
    }

    /** The names that {@link #refill} takes, in order. */
    public List<String> readModels() {
        return consumers.stream()
                .filter(c -> !c.tables().isEmpty())
                .map(Consumer::name)
                .sorted()
                .toList();
    }

    public Uni<Result> refill(String readModel) {
        return consumers.stream()
                .filter(c -> c.name().equals(readModel) && !c.tables().isEmpty())
                .findFirst()
                .map(consumer -> Uni.createFrom()
                        .item(() -> new Run(consumer).all())
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .orElseGet(() -> Uni.createFrom().failure(new Refused(Refusal.NOT_FOUND, readModel)));
    }

    private final class Run {

        private final Consumer consumer;
        private final Shadow shadow;
        private final Map<TopicPartition, Deque<ConsumerRecord<String, byte[]>>> read = new HashMap<>();
        private List<Due> waiting = new ArrayList<>();
        private long events;

        Run(Consumer consumer) {
            this.consumer = consumer;
            this.shadow = new Shadow(consumer.name(), consumer.tables());
        }

        Result all() {
            try (var topics = kafka.reader()) {
                var partitions = consumer.topics().stream()
                        .flatMap(t -> topics.partitionsFor(t).stream())
                        .map(p -> new TopicPartition(p.topic(), p.partition()))
                        .toList();
                topics.assign(partitions);
                partitions.forEach(p -> read.put(p, new ArrayDeque<>()));
                topics.seekToBeginning(partitions);
                Inbox.await(() ->
                        journal.once(session -> shadow.create(session).chain(() -> shadow.beside(session, "inbox"))));
                for (var end = topics.endOffsets(partitions); behind(topics, end); ) {
                    poll(topics, end);
                    Inbox.await(
                            () -> journal.once(session -> shadow.use(session).chain(() -> apply(session))));
                }
                Inbox.await(() -> journal.once(session -> shadow.swap(session, s -> rest(s, topics))));
                return new Result(consumer.name(), events);
            }
        }

        /** Reads to the end off the event loop, and applies back on it. */
        private Uni<Void> rest(StatelessSession session, KafkaConsumer<String, byte[]> topics) {
            var context = Vertx.currentContext();
            return Uni.createFrom()
                    .item(() -> {
                        for (var end = topics.endOffsets(topics.assignment()); behind(topics, end); ) poll(topics, end);
                        return null;
                    })
                    .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                    .emitOn(command -> context.runOnContext(_ -> command.run()))
                    .chain(() -> apply(session));
        }

        private static boolean behind(KafkaConsumer<String, byte[]> topics, Map<TopicPartition, Long> end) {
            return end.keySet().stream().anyMatch(p -> behind(topics, end, p));
        }

        private static boolean behind(
                KafkaConsumer<String, byte[]> topics, Map<TopicPartition, Long> end, TopicPartition partition) {
            return topics.position(partition) < end.get(partition);
        }

        /** Goes on with the earliest of all partitions, as long as each shows its next or has come to its end. */
        private void poll(KafkaConsumer<String, byte[]> topics, Map<TopicPartition, Long> end) {
            for (var record : topics.poll(POLL))
                read.get(new TopicPartition(record.topic(), record.partition())).add(record);
            while (read.entrySet().stream().noneMatch(r -> r.getValue().isEmpty() && behind(topics, end, r.getKey()))) {
                var next = read.values().stream()
                        .filter(records -> !records.isEmpty())
                        .min(Comparator.comparingLong(
                                records -> records.getFirst().timestamp()));
                if (next.isEmpty()) break;
                due(next.get().removeFirst());
            }
            var shown = read.entrySet().stream()
                    .collect(Collectors.partitioningBy(
                            r -> r.getValue().isEmpty(), Collectors.mapping(Map.Entry::getKey, Collectors.toSet())));
            topics.resume(shown.get(true));
            topics.pause(shown.get(false));
        }

        /** A message that cannot be read has not taken effect either. */
        private void due(ConsumerRecord<String, byte[]> record) {
            try {
                waiting.add(new Due(consumer, Message.of(record.headers(), record.value())));
            } catch (RuntimeException unreadable) {
                LOG.debugf("message %d of %s is passed over: %s", record.offset(), record.topic(), unreadable);
            }
        }

        /** What the inbox has noted, once, in the order of the topics; the rest goes on waiting. */
        private Uni<Void> apply(StatelessSession session) {
            return Sql.rows(
                            session,
                            "select message from public.inbox where consumer = $1 and message = any($2)",
                            consumer.name(),
                            waiting.stream().map(Due::id).toArray(UUID[]::new))
                    .chain(rows -> {
                        var noted = rows.stream().map(r -> r[0]).collect(Collectors.toSet());
                        var parted = waiting.stream().collect(Collectors.partitioningBy(d -> noted.contains(d.id())));
                        waiting = parted.get(false);
                        events += noted.size();
                        return Inbox.once(session, parted.get(true));
                    });
        }
    }
}
