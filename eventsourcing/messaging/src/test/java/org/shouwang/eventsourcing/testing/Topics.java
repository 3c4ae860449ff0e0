package org.shouwang.eventsourcing.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.feed.Message;
import org.shouwang.eventsourcing.journal.Json;
import org.shouwang.eventsourcing.journal.StoredEvent;

/** Plays another service: publishes its events to the real broker, well formed or not, and reads what is published. */
public final class Topics {

    private Topics() {}

    /**
     * Publishes one event of a stream whose chain starts with it, and waits for the acknowledgement.
     *
     * @param topic {@code household.events}: the source is the part before the dot
     * @param event any record or map; its JSON is the published data
     * @return the event's id
     */
    public static UUID publish(
            String topic,
            String kind,
            UUID stream,
            UUID subject,
            long version,
            String type,
            String area,
            LocalDate on,
            Object event) {
        var message = message(topic, kind, stream, subject, version, type, area, on, event);
        send(message.toRecord(topic));
        return message.event().envelope().id();
    }

    public static Message message(
            String topic,
            String kind,
            UUID stream,
            UUID subject,
            long version,
            String type,
            String area,
            LocalDate on,
            Object event) {
        try {
            var envelope = new Envelope(
                    UUID.randomUUID(),
                    kind,
                    stream,
                    version,
                    type,
                    1,
                    on,
                    Instant.parse("2026-01-01T00:00:00Z"),
                    new Actor("test", "TEST", "", null),
                    area,
                    subject,
                    null,
                    UUID.randomUUID(),
                    UUID.randomUUID());
            var data = event instanceof String text ? text : Json.MAPPER.writeValueAsString(event);
            return new Message(
                    "/" + topic.substring(0, topic.indexOf('.')),
                    StoredEvent.chained(envelope, data, null, StoredEvent.START));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static void send(ProducerRecord<String, byte[]> record) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", servers(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(record).get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Something that is no event at all. */
    public static void sendPoison(String topic, String text) {
        send(new ProducerRecord<>(topic, "poison", text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Everything on the topic up to its present end, partition by partition. */
    public static List<ConsumerRecord<String, byte[]>> all(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", servers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            var infos = consumer.partitionsFor(topic);
            var partitions = infos == null
                    ? List.<TopicPartition>of()
                    : infos.stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            var ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p)))
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            return found;
        }
    }

    public static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String servers() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }
}
