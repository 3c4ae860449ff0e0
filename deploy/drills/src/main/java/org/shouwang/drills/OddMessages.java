package org.shouwang.drills;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Drill 8: messages on every topic that nobody should have sent. They may not stop anybody and may not be taken for anything that they are not. */
final class OddMessages implements Drill {

    private static final int OVERSIZED = 900_000;

    private record Message(String what, String key, Map<String, String> headers, byte[] value) {
        Odd odd() {
            return new Odd(headers.getOrDefault("ce_id", ""), what);
        }
    }

    private final Map<String, List<Odd>> sent = new HashMap<>();

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
        Patience.of(java.time.Duration.ofSeconds(30))
                .until(
                        "some commands are acknowledged",
                        () -> load.ledger().acknowledged().size() > 30);
        for (var round = 0; round < scale.of(1, 10); round++) Stand.SERVICES.forEach(service -> send(stand, service));
        Drill.rest(2_000, 3_000);
        load.close();
        var letters = 0L;
        var copies = new Copies(stand);
        for (var service : Stand.SERVICES)
            try {
                Patience.of(java.time.Duration.ofSeconds(60))
                        .until(service + " is past the odd messages", () -> copies.behind(service) == 0);
                letters += copies.count(service, "select count(*) from dead_letter");
                Http.must(
                        Http.request(stand.url() + "/" + service + "/dead-letters?limit=100", stand.token("sys-admin"))
                                .GET()
                                .build());
            } catch (org.shouwang.stack.Failure e) {
                found.wrong(e.getMessage());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        if (letters == 0) found.wrong("no odd message was laid to the dead letters");
        return "%d odd messages on four topics (%s); %d dead letters"
                .formatted(
                        sent.values().stream().mapToInt(List::size).sum(),
                        String.join(
                                ", ",
                                messages("household").stream()
                                        .map(Message::what)
                                        .toList()),
                        letters);
    }

    private void send(Stand stand, String service) {
        var properties = new Properties();
        properties.put("bootstrap.servers", stand.bootstrap());
        var all = messages(service);
        sent.computeIfAbsent(service, _ -> new ArrayList<>())
                .addAll(all.stream().map(Message::odd).toList());
        try (var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var odd : all) {
                var message = new ProducerRecord<>(
                        service + ".events",
                        odd.key() == null ? null : odd.key().getBytes(StandardCharsets.UTF_8),
                        odd.value());
                odd.headers().forEach((name, value) -> message.headers()
                        .add(name, value == null ? null : value.getBytes(StandardCharsets.UTF_8)));
                producer.send(message).get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<Message> messages(String service) {
        var type =
                switch (service) {
                    case "household" -> "HouseholdRegistered";
                    case "monitoring" -> "ObjectIncluded";
                    case "assistance" -> "MeasureImplemented";
                    default -> "DocumentReceived";
                };
        var odd = new ArrayList<Message>();
        odd.add(new Message("nothing at all", null, Map.of(), null));
        odd.add(new Message("headers without a value", key(), envelope(service, type), null));
        odd.add(new Message("a value without headers", key(), Map.of(), bytes("{}")));
        odd.add(new Message("no JSON", key(), envelope(service, type), new byte[] {0, -1, 17, 0, -128}));
        odd.add(new Message(
                "truncated",
                key(),
                envelope(service, type),
                bytes("{\"areaCode\":\"610727105208\",\"members\":[{\"me")));
        odd.add(new Message("another shape", key(), envelope(service, type), bytes("[{\"areaCode\":{\"a\":[1,2]}}]")));
        odd.add(new Message(
                "a number in a text's place",
                key(),
                envelope(service, type),
                bytes("{\"areaCode\":7,\"members\":\"none\"}")));
        odd.add(new Message(
                "oversized",
                key(),
                envelope(service, type),
                bytes("{\"text\":\"" + "大".repeat(OVERSIZED / 3) + "\"}")));
        odd.add(new Message(
                "deeply nested", key(), envelope(service, type), bytes("{\"members\":" + "[".repeat(100_000))));
        odd.add(new Message(
                "unknown type", key(), envelope(service, "HouseholdTeleported"), bytes("{\"to\":\"moon\"}")));
        odd.add(new Message(
                "future revision",
                key(),
                with(service, type, "ce_revision", "99"),
                bytes("{\"newWorld\":{\"code\":1}}")));
        odd.add(new Message("future specification", key(), with(service, type, "ce_specversion", "9.0"), bytes("{}")));
        odd.add(new Message(
                "huge version", key(), with(service, type, "ce_version", "9223372036854775807"), bytes("{}")));
        odd.add(new Message("no number as version", key(), with(service, type, "ce_version", "first"), bytes("{}")));
        odd.add(new Message("no UUID as id", key(), with(service, type, "ce_id", "1"), bytes("{}")));
        odd.add(new Message("no time", key(), with(service, type, "ce_time", "yesterday"), bytes("{}")));
        odd.add(new Message(
                "far future time",
                key(),
                with(service, type, "ce_time", "+999999999-12-31T23:59:59.999999Z"),
                bytes("{}")));
        odd.add(new Message("no source", key(), with(service, type, "ce_source", ""), bytes("{}")));
        odd.add(new Message("a hash cut short", key(), with(service, type, "ce_hash", "abc"), bytes("{}")));
        odd.add(new Message("zero characters in headers", key(), with(service, type, "ce_version", "\0"), bytes("{}")));
        odd.add(new Message("zero characters in an area", key(), with(service, type, "ce_area", "61\0"), bytes("{}")));
        odd.add(new Message("zero characters in the key", "\0", Map.of(), bytes("{}")));
        odd.add(new Message(
                "zero characters in the text",
                key(),
                envelope(service, type),
                bytes("{\"areaCode\":\"\\u0000\",\"members\":[]}")));
        return odd;
    }

    private static Map<String, String> with(String service, String type, String header, String value) {
        var headers = envelope(service, type);
        headers.put(header, value);
        return headers;
    }

    /** As of a stream that does not exist. */
    private static Map<String, String> envelope(String service, String type) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_source", "/" + service);
        headers.put("ce_id", key());
        headers.put("ce_kind", "odd");
        headers.put("ce_stream", key());
        headers.put("ce_version", "1");
        headers.put("ce_type", type);
        headers.put("ce_revision", "1");
        headers.put("ce_occurredon", "2021-11-01");
        headers.put("ce_time", "2021-11-01T00:00:00.000000Z");
        headers.put("ce_actor", "nobody");
        headers.put("ce_actorrole", "NONE");
        headers.put("ce_actorarea", "610727105208");
        headers.put("ce_area", "610727105208");
        headers.put("ce_partitionkey", key());
        headers.put("ce_correlationid", key());
        headers.put("ce_causationid", key());
        headers.put("ce_previoushash", "0".repeat(64));
        headers.put("ce_hash", "0".repeat(64));
        return headers;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
