package org.shouwang.eventsourcing.feed;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The broker as this service uses it: where it is, and with which guarantees it is written to and read from. */
@Singleton
public class Kafka {

    /** How long one request, and one acknowledged send, may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String servers;
    private final int partitions;
    private final Optional<Short> replication;

    Kafka(
            @ConfigProperty(name = "kafka.bootstrap.servers") String servers,
            @ConfigProperty(name = "shouwang.topic.partitions", defaultValue = "3") int partitions,
            @ConfigProperty(name = "shouwang.topic.replication") Optional<Short> replication) {
        this.servers = servers;
        this.partitions = partitions;
        this.replication = replication;
    }

    /** Acknowledged by all replicas, in order, not doubled by retries of the client. */
    public KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        servers,
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "linger.ms",
                        0,
                        "batch.size",
                        65_536,
                        "max.block.ms",
                        PATIENCE.toMillis(),
                        "request.timeout.ms",
                        (int) PATIENCE.toMillis() / 2,
                        "delivery.timeout.ms",
                        (int) PATIENCE.toMillis()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** From the beginning, committed by hand. */
    public KafkaConsumer<String, byte[]> consumer(String group) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        servers,
                        "group.id",
                        group,
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "earliest",
                        "allow.auto.create.topics",
                        false,
                        "metadata.max.age.ms",
                        5_000,
                        "session.timeout.ms",
                        10_000,
                        "heartbeat.interval.ms",
                        2_000,
                        "max.poll.records",
                        500,
                        "isolation.level",
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Makes the topics that do not exist yet, kept for ever. */
    public void createTopics(Collection<String> names) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.of(
                "bootstrap.servers",
                servers,
                "request.timeout.ms",
                (int) PATIENCE.toMillis() / 2,
                "default.api.timeout.ms",
                (int) PATIENCE.toMillis()))) {
            var kept = Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1", TopicConfig.RETENTION_BYTES_CONFIG, "-1");
            var topics = names.stream()
                    .map(n -> new NewTopic(n, Optional.of(partitions), replication).configs(kept))
                    .toList();
            for (var created : List.copyOf(admin.createTopics(topics).values().values())) {
                try {
                    created.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) throw e;
                }
            }
        }
    }
}
