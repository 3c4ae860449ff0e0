package org.shouwang.eventsourcing.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.feed.Kafka;
import org.shouwang.eventsourcing.feed.Message;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.sample.Bench;
import org.shouwang.eventsourcing.sample.EchoConsumer;
import org.shouwang.eventsourcing.sample.Notes;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.eventsourcing.testing.Topics;

@QuarkusTest
@WithTestResource(Servers.class)
class InboxTest {

    private static final String TOPIC = "peer.events";

    @Inject
    Inbox inbox;

    @Inject
    EchoConsumer echo;

    @Inject
    DeadLetters deadLetters;

    @Inject
    Refill refill;

    @Inject
    Journal journal;

    @Inject
    Kafka broker;

    @Inject
    Notes notes;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    Runnable stopKafka;
    Runnable restartKafka;

    @BeforeEach
    void patient() {
        org.awaitility.Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    @Test
    void a_message_delivered_three_times_takes_effect_once() {
        var stream = UUID.randomUUID();
        var message = shout(stream, 1, "hello");
        for (var delivery = 0; delivery < 3; delivery++) Topics.send(message.toRecord(TOPIC));
        Topics.send(shout(stream, 2, "end").toRecord(TOPIC));
        await().ignoreExceptions().until(() -> echoes(stream), e -> e.contains("end"));
        assertThat(echoes(stream)).isEqualTo("hello,end");
    }

    @Test
    void a_crash_between_effect_and_acknowledgement_doubles_nothing() {
        var stream = UUID.randomUUID();
        var message = shout(stream, 1, "hello");
        Bench.await(() -> journal.transaction(session -> Inbox.once(session, List.of(new Inbox.Due(echo, message)))));
        assertThat(echoes(stream)).isEqualTo("hello");
        Topics.send(message.toRecord(TOPIC));
        Topics.send(shout(stream, 2, "end").toRecord(TOPIC));
        await().ignoreExceptions().until(() -> echoes(stream), e -> e.contains("end"));
        assertThat(echoes(stream)).isEqualTo("hello,end");
    }

    @Test
    void a_group_rewound_to_the_beginning_changes_nothing() throws Exception {
        var stream = UUID.randomUUID();
        for (var i = 1; i <= 20; i++) Topics.send(shout(stream, i, "m" + i).toRecord(TOPIC));
        await().ignoreExceptions().until(() -> echoes(stream), e -> e.endsWith("m20"));
        var before = Bench.rows(journal, "select count(*) from echo").getFirst()[0];
        inbox.stop(null);
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            var group = "sample";
            await().ignoreExceptions().until(() -> admin.describeConsumerGroups(java.util.List.of(group))
                    .all()
                    .get()
                    .get(group)
                    .members()
                    .isEmpty());
            var offsets = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            assertThat(offsets.values().stream()
                            .mapToLong(OffsetAndMetadata::offset)
                            .sum())
                    .isPositive();
            admin.alterConsumerGroupOffsets(
                            group,
                            offsets.keySet().stream().collect(Collectors.toMap(p -> p, _ -> new OffsetAndMetadata(0))))
                    .all()
                    .get();
        }
        inbox.start(null);
        Topics.send(shout(stream, 21, "end").toRecord(TOPIC));
        await().ignoreExceptions().until(() -> echoes(stream), e -> e.endsWith("end"));
        assertThat(Bench.rows(journal, "select count(*) from echo").getFirst()[0])
                .isEqualTo((Long) before + 1);
    }

    @Test
    void poison_goes_to_the_dead_letters_and_the_next_go_on() {
        var stream = UUID.randomUUID();
        Topics.sendPoison(TOPIC, "{not even json");
        var bad = shout(stream, 1, "bad");
        Topics.send(bad.toRecord(TOPIC));
        Topics.send(shout(stream, 2, "next").toRecord(TOPIC));
        await().ignoreExceptions().until(() -> echoes(stream), e -> e.equals("next"));
        assertThat(Topics.all(TOPIC + ".dead-letter"))
                .anySatisfy(
                        r -> assertThat(Topics.header(r, "dead-letter-reason")).contains("ce_id"))
                .anySatisfy(r -> {
                    assertThat(Topics.header(r, "ce_id"))
                            .isEqualTo(bad.event().envelope().id().toString());
                    assertThat(Topics.header(r, "dead-letter-reason")).contains("not this one");
                });
        var letter = Bench.await(() -> deadLetters.list(50)).stream()
                .filter(l -> l.reason().contains("not this one"))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> Bench.await(() -> deadLetters.replay(letter.id())))
                .hasMessageContaining("STILL_NOT_APPLICABLE")
                .hasMessageContaining("not this one");
        assertThat(echoes(stream)).isEqualTo("next");
        EchoConsumer.allow();
        Bench.await(() -> deadLetters.replay(letter.id()));
        assertThat(echoes(stream)).isEqualTo("next,bad");
        assertThatThrownBy(() -> Bench.await(() -> deadLetters.replay(letter.id())))
                .hasMessageContaining("NOT_FOUND");
    }

    @Test
    void what_no_record_fits_and_no_column_takes_is_buried_too_and_the_next_go_on() {
        var stream = UUID.randomUUID();
        var torn = shout(stream, 1, "torn").toRecord(TOPIC);
        var truncated = new ProducerRecord<>(
                TOPIC, null, torn.key(), Arrays.copyOf(torn.value(), torn.value().length / 2), torn.headers());
        Topics.send(truncated);
        Topics.send(new ProducerRecord<>(TOPIC, "\0", new byte[] {1}));
        for (var i = 2; i < 30; i++)
            Topics.send(shout(UUID.randomUUID(), 1, "other " + i).toRecord(TOPIC));
        Topics.send(shout(stream, 2, "next").toRecord(TOPIC));
        await().ignoreExceptions().until(() -> echoes(stream), e -> e.equals("next"));
        await().ignoreExceptions().untilAsserted(() -> assertThat(Bench.await(() -> deadLetters.list(200)))
                .anySatisfy(letter -> assertThat(letter.reason()).contains("unreadable Shouted"))
                .filteredOn(letter -> letter.reason().contains("ce_id"))
                .isNotEmpty());
        assertThat(Bench.rows(journal, "select 1 from dead_letter where key = $1", "\ufffd"))
                .isNotEmpty();
    }

    @Test
    void what_is_as_large_as_the_broker_takes_is_buried_whole_and_told_of_without_its_value() {
        Topics.sendPoison(TOPIC, "x".repeat(1_048_400));
        await().ignoreExceptions()
                .until(
                        () -> Bench.rows(journal, "select 1 from dead_letter where length(value) = 1048400"),
                        rows -> rows.size() == 1);
        assertThat(Topics.all(TOPIC + ".dead-letter"))
                .filteredOn(r -> Topics.header(r, "dead-letter-place") != null)
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.value()).isNull();
                    assertThat(Topics.header(r, "dead-letter-place")).startsWith(TOPIC + "/");
                    assertThat(Topics.header(r, "dead-letter-reason")).contains("ce_id");
                });
    }

    @Test
    void a_hash_of_another_length_makes_a_dead_letter() {
        var stream = UUID.randomUUID();
        var hashes = List.of("ce_hash", "ce_previoushash", "ce_personalhash");
        for (var header : hashes)
            for (var hex : List.of("", "ab".repeat(31), "ab".repeat(33))) {
                var torn = shout(stream, 1, "torn").toRecord(TOPIC);
                torn.headers().remove(header).add(header, hex.getBytes(StandardCharsets.UTF_8));
                Topics.send(torn);
            }
        Topics.send(shout(stream, 2, "next").toRecord(TOPIC));
        await().ignoreExceptions().until(() -> echoes(stream), e -> e.contains("next"));
        assertThat(echoes(stream)).isEqualTo("next");
        for (var header : hashes)
            assertThat(Bench.await(() -> deadLetters.list(200)))
                    .filteredOn(letter -> letter.reason().contains(header + " is no SHA-256"))
                    .as(header)
                    .hasSize(3);
    }

    @Test
    void what_a_consumer_keeps_is_filled_anew_from_the_topics_while_messages_come_in() {
        var early = UUID.randomUUID();
        for (var delivery = 0; delivery < 2; delivery++)
            Topics.send(shout(early, 1, "early").toRecord(TOPIC));
        Topics.send(shout(early, 2, "end").toRecord(TOPIC));
        await().ignoreExceptions().until(() -> echoes(early), e -> e.endsWith("end"));
        var live = all();
        Bench.await(() -> journal.once(session -> Sql.update(session, "update echo set text = 'spoilt'")));
        var late = UUID.randomUUID();
        for (var i = 1; i <= 50; i++) Topics.send(shout(late, i, "late " + i).toRecord(TOPIC));
        var result = Bench.await(() -> refill.refill("EchoConsumer"));
        assertThat(result.events()).isGreaterThanOrEqualTo(2);
        await().ignoreExceptions().until(() -> echoes(late), e -> e.endsWith("late 50"));
        assertThat(all()).containsAll(live).doesNotHaveDuplicates().noneMatch(e -> e.contains("spoilt"));
        assertThat(Bench.rows(journal, "select count(*) from echo where stream = $1", late)
                        .getFirst()[0])
                .isEqualTo(50L);
    }

    private java.util.List<String> all() {
        return Bench.rows(journal, "select message::text || text from echo").stream()
                .map(r -> (String) r[0])
                .toList();
    }

    @Test
    void while_kafka_is_away_commands_go_on_and_then_everything_arrives() {
        var note = Bench.opened(notes);
        stopKafka.run();
        try {
            for (var i = 0; i < 50; i++) Bench.write(notes, note, "away " + i);
        } finally {
            restartKafka.run();
        }
        await().ignoreExceptions()
                .until(() -> Topics.all("sample.events").stream()
                                .filter(r -> note.toString().equals(r.key()))
                                .map(r -> Topics.header(r, "ce_id"))
                                .distinct()
                                .count()
                        == 51);
        var stream = UUID.randomUUID();
        Topics.send(shout(stream, 1, "back").toRecord(TOPIC));
        await().ignoreExceptions().until(() -> echoes(stream), e -> e.equals("back"));
    }

    @Test
    void offsets_that_could_not_be_moved_are_moved_at_the_next_look_though_nothing_new_came() {
        var stream = UUID.randomUUID();
        var from = new Partition();
        from.add(shout(stream, 1, "hello"));
        var another = another();
        from.refusing = true;
        another.take(from, Duration.ofMinutes(1));
        assertThat(echoes(stream)).isEqualTo("hello");
        assertThat(from.moved()).isNull();
        from.refusing = false;
        another.take(from, Duration.ofMinutes(1));
        assertThat(from.moved()).isEqualTo(1);
        forget(stream);
    }

    @Test
    void what_one_poll_has_no_time_for_one_by_one_comes_again_with_the_next() {
        var stream = UUID.randomUUID();
        var from = new Partition();
        from.add(shout(stream, 1, "first"));
        from.addPoison();
        from.add(shout(stream, 2, "second"));
        var another = another();
        another.take(from, Duration.ZERO);
        assertThat(echoes(stream)).isEmpty();
        assertThat(from.moved()).isZero();
        assertThat(from.position(Partition.ONLY)).isZero();
        another.take(from, Duration.ofMinutes(1));
        assertThat(echoes(stream)).isEqualTo("first,second");
        assertThat(from.moved()).isEqualTo(3);
        forget(stream);
    }

    /** What no topic holds would be missing after a refill. */
    private void forget(UUID stream) {
        Bench.await(() -> journal.once(session -> Sql.update(session, "delete from echo where stream = $1", stream)));
    }

    private Inbox another() {
        return new Inbox(broker, journal, deadLetters, List.of(echo), "another");
    }

    /** A partition whose messages and offsets a test holds in its hand. */
    private static final class Partition extends MockConsumer<String, byte[]> {

        static final TopicPartition ONLY = new TopicPartition(TOPIC, 0);

        private final List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        boolean refusing;

        Partition() {
            super("earliest");
            assign(Set.of(ONLY));
            updateBeginningOffsets(Map.of(ONLY, 0L));
        }

        void add(Message message) {
            var record = message.toRecord(TOPIC);
            add(record.value(), record.headers());
        }

        void addPoison() {
            add("{not even json".getBytes(StandardCharsets.UTF_8), new RecordHeaders());
        }

        private void add(byte[] value, Headers headers) {
            var record = new ConsumerRecord<>(
                    TOPIC, 0, all.size(), 0, TimestampType.CREATE_TIME, 0, 0, "key", value, headers, Optional.empty());
            all.add(record);
            addRecord(record);
        }

        /** The broker sends again what lies behind; this class alone would not. */
        @Override
        public synchronized void seek(TopicPartition partition, long offset) {
            super.seek(partition, offset);
            all.stream().filter(record -> record.offset() >= offset).forEach(this::addRecord);
        }

        Long moved() {
            var moved = committed(Set.of(ONLY)).get(ONLY);
            return moved == null ? null : moved.offset();
        }

        @Override
        public synchronized void commitAsync(
                Map<TopicPartition, OffsetAndMetadata> offsets, OffsetCommitCallback callback) {
            if (refusing) callback.onComplete(offsets, new TimeoutException("no coordinator"));
            else super.commitAsync(offsets, callback);
        }
    }

    private String echoes(UUID stream) {
        return Bench.rows(journal, "select text from echo where stream = $1 order by ctid", stream).stream()
                .map(r -> (String) r[0])
                .collect(Collectors.joining(","));
    }

    private static Message shout(UUID stream, long version, String text) {
        return Topics.message(
                TOPIC,
                "shout",
                stream,
                stream,
                version,
                "Shouted",
                Bench.VILLAGE,
                LocalDate.of(2026, 1, 1),
                Map.of("text", text, "more", "ignored"));
    }
}
