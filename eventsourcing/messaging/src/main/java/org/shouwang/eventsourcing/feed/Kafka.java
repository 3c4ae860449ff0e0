package org.shouwang.eventsourcing.feed;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
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

/** The broker as this service uses it; with which guarantees and for how long it waits stands in {@code kafka-*.properties}. */
@Singleton
public class Kafka {

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

    public KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(settings("producer"), new StringSerializer(), new ByteArraySerializer());
    }

    public KafkaConsumer<String, byte[]> consumer(String group) {
        var settings = settings("consumer");
        settings.put("group.id", group);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Outside any group, for who reads topics anew. */
    public KafkaConsumer<String, byte[]> reader() {
        return new KafkaConsumer<>(settings("consumer"), new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Makes the topics that do not exist yet, kept for ever. */
    public void createTopics(Collection<String> names) throws InterruptedException, ExecutionException {
        var kept = Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1", TopicConfig.RETENTION_BYTES_CONFIG, "-1");
        var topics = names.stream()
                .map(n -> new NewTopic(n, Optional.of(partitions), replication).configs(kept))
                .toList();
        try (var admin = Admin.create(settings("admin"))) {
            for (var created : List.copyOf(admin.createTopics(topics).values().values())) {
                try {
                    created.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) throw e;
                }
            }
        }
    }

    private Properties settings(String client) {
        var settings = new Properties();
        try (var file = Kafka.class.getResourceAsStream("/kafka-" + client + ".properties")) {
            settings.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        settings.put("bootstrap.servers", servers);
        return settings;
    }
}
