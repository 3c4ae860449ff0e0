package org.shouwang.drills;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.shouwang.stack.Failure;

/** Every place that an event is kept in, read from outside: journals, topics, the archive's log, and what consumers have noted. */
final class Copies {

    private static final Duration READING = Duration.ofSeconds(120);

    private final Stand stand;

    Copies(Stand stand) {
        this.stand = stand;
    }

    /** One service's journal, stream by stream. */
    List<Event> journal(String service) throws SQLException {
        return events(
                service,
                "select " + Event.COLUMNS
                        + ", personal, previous, hash from event e order by e.kind, e.stream, e.version",
                row -> new Event(
                        service, fields(row), Event.sha256(row.getString(20)), row.getBytes(21), row.getBytes(22)));
    }

    /** The archive's log in the order of arrival. */
    List<Event> archive() throws SQLException {
        return events(
                "archive",
                "select " + Event.COLUMNS
                        + ", personal_hash, previous, hash, service from archived_event order by position",
                row -> new Event(row.getString(23), fields(row), row.getBytes(20), row.getBytes(21), row.getBytes(22)));
    }

    /** Until everybody has read all that is on the topics when this begins. @throws Failure where that takes longer */
    void awaitRead(Duration limit) {
        var ends = new HashMap<String, Map<TopicPartition, Long>>();
        Patience.of(limit).until("everybody has read what is on the topics", () -> {
            for (var service : Stand.SERVICES) if (!ends.containsKey(service)) ends.put(service, ends(service));
            for (var service : Stand.SERVICES) if (behind(service, ends.get(service)) > 0) return false;
            return true;
        });
    }

    /** A topic from its beginning, partition by partition; what is no event is counted only. */
    Topic topic(String service) {
        var events = new ArrayList<Event>();
        var others = 0;
        try (var consumer = new KafkaConsumer<>(client(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(service + ".events", READING).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var until = System.nanoTime() + READING.toNanos();
            while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())
                    && System.nanoTime() < until)
                for (var message : consumer.poll(Duration.ofMillis(500)))
                    try {
                        events.add(event(message));
                    } catch (RuntimeException e) {
                        others++;
                    }
            if (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue()))
                throw new Failure("topic " + service + ".events was not read within " + READING.toSeconds() + " s");
        }
        return new Topic(events, others);
    }

    /** @param others messages that are no event: only a drill can have sent them */
    record Topic(List<Event> events, int others) {
        /** How many hold what another one had held before. */
        long repeats() {
            return events.size() - events.stream().map(Event::id).distinct().count();
        }
    }

    /** Ids of the messages that each of a service's consumers has applied. */
    Map<String, Set<String>> noted(String service) throws SQLException {
        var noted = new TreeMap<String, Set<String>>();
        try (var connection = stand.database(service);
                var rows = connection.createStatement().executeQuery("select consumer, message::text from inbox")) {
            while (rows.next())
                noted.computeIfAbsent(rows.getString(1), _ -> new HashSet<>()).add(rows.getString(2));
        }
        return noted;
    }

    /** Ids of the messages that a service could not apply. */
    Set<String> deadLetters(String service) throws SQLException {
        var letters = new HashSet<String>();
        try (var connection = stand.database(service);
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "select coalesce(headers::jsonb ->> 'ce_id', '') from dead_letter where headers not like '%\\\\u0000%'")) {
            while (rows.next()) letters.add(rows.getString(1));
        }
        return letters;
    }

    /** The first column. */
    List<String> texts(String service, String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var connection = stand.database(service);
                var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) texts.add(rows.getString(1));
        }
        return texts;
    }

    long count(String service, String sql) throws SQLException {
        try (var connection = stand.database(service);
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Every table but those that are the history and notes, each with its rows as text in order. */
    Map<String, List<String>> readModels(String service) throws SQLException {
        var tables = new TreeMap<String, List<String>>();
        try (var connection = stand.database(service);
                var statement = connection.createStatement()) {
            var names = new ArrayList<String>();
            try (var rows = statement.executeQuery("""
                    select table_name from information_schema.tables where table_schema = 'public'
                      and table_name not in ('event', 'feed_cursor', 'inbox', 'dead_letter', 'flyway_schema_history')""")) {
                while (rows.next()) names.add(rows.getString(1));
            }
            for (var name : names) {
                var content = new ArrayList<String>();
                try (var rows = statement.executeQuery(content(name))) {
                    while (rows.next()) content.add(rows.getString(1));
                }
                content.sort(null);
                tables.put(name, content);
            }
        }
        return tables;
    }

    /** A table's rows as text. Positions in the archive's log are those of arrival, and other ones after a rebuild. */
    private static String content(String table) {
        return switch (table) {
            case "archived_event" -> "select (to_jsonb(t) - 'position')::text from archived_event t";
            case "archived_mention" ->
                "select m.subject || ' ' || e.id from archived_mention m join archived_event e using (position)";
            default -> "select t::text from \"" + table + "\" t";
        };
    }

    /** How many messages a service's consumers have still before them. */
    long behind(String service) throws InterruptedException, ExecutionException {
        return behind(service, ends(service));
    }

    /** Where the topics end that a service reads. */
    Map<TopicPartition, Long> ends(String service) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(client())) {
            var topics =
                    Reader.TOPICS.get(service).stream().map(s -> s + ".events").toList();
            return admin
                    .listOffsets(admin.describeTopics(topics).allTopicNames().get().values().stream()
                            .flatMap(t -> t.partitions().stream().map(p -> new TopicPartition(t.name(), p.partition())))
                            .collect(Collectors.toMap(p -> p, _ -> OffsetSpec.latest())))
                    .all()
                    .get()
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, end -> end.getValue().offset()));
        }
    }

    /** How many messages a service's consumers have still before them up to these ends. */
    long behind(String service, Map<TopicPartition, Long> ends) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(client())) {
            var done = admin.listConsumerGroupOffsets(service)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return ends.entrySet().stream()
                    .mapToLong(end -> {
                        var offset = done.get(end.getKey());
                        return Math.max(0, end.getValue() - (offset == null ? 0 : offset.offset()));
                    })
                    .sum();
        }
    }

    private Properties client() {
        var properties = new Properties();
        properties.put("bootstrap.servers", stand.bootstrap());
        properties.put("request.timeout.ms", "5000");
        properties.put("default.api.timeout.ms", "15000");
        return properties;
    }

    private static Event event(ConsumerRecord<byte[], byte[]> message) {
        var headers = new HashMap<String, String>();
        message.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        var fields = new ArrayList<String>();
        for (var header : Event.HEADERS) fields.add(headers.get(header));
        fields.add(new String(message.value(), StandardCharsets.UTF_8));
        var event = new Event(
                headers.get("ce_source").substring(1),
                fields,
                hash(headers.get("ce_personalhash")),
                hash(headers.get("ce_previoushash")),
                hash(headers.get("ce_hash")));
        UUID.fromString(event.id());
        if (event.version() < 1 || event.hash() == null) throw new IllegalArgumentException("no event");
        return event;
    }

    private static byte[] hash(String hex) {
        return hex == null ? null : HexFormat.of().parseHex(hex);
    }

    private List<Event> events(String service, String sql, Reading reading) throws SQLException {
        var events = new ArrayList<Event>();
        try (var connection = stand.database(service);
                var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) events.add(reading.event(rows));
        }
        return events;
    }

    private static List<String> fields(ResultSet row) throws SQLException {
        var fields = new ArrayList<String>();
        for (var i = 1; i <= 19; i++) fields.add(row.getString(i));
        return fields;
    }

    @FunctionalInterface
    private interface Reading {
        Event event(ResultSet row) throws SQLException;
    }
}
