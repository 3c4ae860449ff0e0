package org.shouwang.drills;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.shouwang.stack.Failure;

/** Drill 8: messages on every topic that nobody should have sent. They may not stop anybody and may not be taken for anything that they are not. */
final class OddMessages implements Drill {

    private static final Duration PAST = Duration.ofMinutes(5);

    /** What is small on its way and large where it arrives: uncompressed. */
    private static final int BLOWN_UP = 2 << 20;

    /** Large ones only in so many rounds: every copy of them is read again and again. */
    private static final int ROUNDS_WITH_LARGE = 2;

    private final Map<String, List<Odd>> sent = new HashMap<>();

    /** By topic, partition and offset. */
    private final Map<String, OddMessage> places = new LinkedHashMap<>();

    @Override
    public int number() {
        return 8;
    }

    @Override
    public List<Odd> sent(String service) {
        return sent.getOrDefault(service, List.of());
    }

    @Override
    public String harm(Stand stand, Load load, Found found, Scale scale) {
        Patience.of(Duration.ofSeconds(30))
                .until(
                        "some commands are acknowledged",
                        () -> load.ledger().acknowledged().size() > 30);
        for (var round = 0; round < scale.of(1, 10); round++)
            for (var service : Stand.SERVICES) {
                send(stand, service, OddMessage.of(service), "none");
                if (round < ROUNDS_WITH_LARGE) large(stand, service, found);
            }
        Drill.rest(2_000, 3_000);
        var copies = new Copies(stand);
        // nobody shall wait for a household that is still to be heard of
        copies.awaitRead(PAST);
        load.close();
        var letters = 0;
        for (var service : Stand.SERVICES)
            try {
                Patience.of(PAST).until(service + " is past the odd messages", () -> copies.behind(service) == 0);
                letters += letters(copies, service, found);
                Http.must(
                        Http.request(stand.url() + "/" + service + "/dead-letters?limit=100", stand.token("sys-admin"))
                                .GET()
                                .build());
            } catch (Failure e) {
                found.wrong(e.getMessage());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        return "%d odd messages on four topics (%s); %d dead letters, held one by one against those that had to be"
                .formatted(
                        places.size(),
                        String.join(
                                ", ",
                                places.values().stream()
                                        .map(OddMessage::what)
                                        .distinct()
                                        .toList()),
                        letters);
    }

    /** As large as the topic takes, larger than that, and small only while compressed. */
    private void large(Stand stand, String service, Found found) {
        var most = most(stand, service + ".events");
        send(
                stand,
                service,
                List.of(OddMessage.large(
                        "as large as the topic takes, " + most + " bytes", service, most - OddMessage.room())),
                "none");
        send(
                stand,
                service,
                List.of(OddMessage.large(BLOWN_UP + " bytes behind compression", service, BLOWN_UP)),
                "lz4");
        var larger = OddMessage.large("larger than the topic takes", service, most);
        try (var producer = producer(stand, "none")) {
            producer.send(message(service, larger)).get();
            found.wrong("topic " + service + ".events took more than " + most + " bytes");
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof RecordTooLargeException)) throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** One in each consumer that cannot read it, and no other. @return how many there are */
    private int letters(Copies copies, String service, Found found) throws SQLException {
        var there = new HashSet<>(copies.texts(
                service, "select consumer || ' ' || topic || '/' || partition || '/' || \"offset\" from dead_letter"));
        var count = there.size();
        places.forEach((place, odd) -> {
            for (var reader : Reader.ALL) {
                if (!reader.service().equals(service) || !place.startsWith(reader.from() + ".")) continue;
                var letter = there.remove(reader.name() + " " + place);
                if (letter != odd.buriedBy(reader))
                    found.wrong("%s has %s dead letter of \"%s\" on the topic of %s"
                            .formatted(reader, letter ? "a" : "no", odd.what(), reader.from()));
            }
        });
        there.forEach(
                letter -> found.wrong(service + " laid to the dead letters what nobody had sent for odd: " + letter));
        return count;
    }

    private void send(Stand stand, String service, List<OddMessage> messages, String compression) {
        try (var producer = producer(stand, compression)) {
            for (var odd : messages) {
                var place = producer.send(message(service, odd)).get();
                places.put(place.topic() + "/" + place.partition() + "/" + place.offset(), odd);
                sent.computeIfAbsent(service, _ -> new ArrayList<>()).add(odd.odd());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(Stand stand, String compression) {
        var properties = new Properties();
        properties.put("bootstrap.servers", stand.bootstrap());
        properties.put("compression.type", compression);
        properties.put("max.request.size", Integer.toString(4 * BLOWN_UP));
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static ProducerRecord<byte[], byte[]> message(String service, OddMessage odd) {
        var message = new ProducerRecord<>(
                service + ".events",
                odd.key() == null ? null : odd.key().getBytes(StandardCharsets.UTF_8),
                odd.value());
        odd.headers().forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    /** What the topic is set to take. */
    private static int most(Stand stand, String topic) {
        var properties = new Properties();
        properties.put("bootstrap.servers", stand.bootstrap());
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (var admin = Admin.create(properties)) {
            return Integer.parseInt(admin.describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource)
                    .get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG)
                    .value());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
