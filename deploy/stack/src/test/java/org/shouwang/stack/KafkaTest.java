package org.shouwang.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaTest {
    @TempDir
    Path folder;

    @Test
    void keepsMessagesBetweenStarts() throws Exception {
        var dir = folder.resolve("kafka");
        try (var kafka = Kafka.start(dir, 0)) {
            send(kafka, "first");
            kafka.restart();
            send(kafka, "second");
        }
        try (var kafka = Kafka.start(dir, 0)) {
            send(kafka, "third");
            assertThat(read(kafka, 3)).containsExactly("first", "second", "third");
        }
    }

    @Test
    void isAwayForAWhileOnTheSamePort() throws Exception {
        try (var kafka = Kafka.start(null, 0)) {
            var bootstrap = kafka.bootstrap();
            try (var producer = producer(kafka)) {
                producer.send(new ProducerRecord<>("events", "house", "before")).get();
                kafka.stop();
                assertThat(Ports.available(kafka.port())).isTrue();
                kafka.restart();
                producer.send(new ProducerRecord<>("events", "house", "after")).get();
            }
            assertThat(kafka.bootstrap()).isEqualTo(bootstrap);
            assertThat(read(kafka, 2)).containsExactly("before", "after");
        }
    }

    private static void send(Kafka kafka, String value) throws Exception {
        try (var producer = producer(kafka)) {
            producer.send(new ProducerRecord<>("events", "house", value)).get();
        }
    }

    private static KafkaProducer<String, String> producer(Kafka kafka) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrap(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer());
    }

    private static List<String> read(Kafka kafka, int count) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrap(), "group.id", "reader", "auto.offset.reset", "earliest");
        var values = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("events"));
            await().ignoreExceptions().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> values.add(message.value()));
                return values.size() >= count;
            });
        }
        return values;
    }
}
