package org.shouwang.eventsourcing.inbox;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.feed.Kafka;
import org.shouwang.eventsourcing.feed.Message;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Json;
import org.shouwang.eventsourcing.journal.Refusal;
import org.shouwang.eventsourcing.journal.Sql;

/** Messages that could not be applied: kept with their reason in a table and on {@code <topic>.dead-letter}, and applied later on demand. */
@Singleton
public class DeadLetters {

    /** @param replayedAt null while it waits */
    public record DeadLetter(
            UUID id,
            String consumer,
            String topic,
            int partition,
            long offset,
            String type,
            String reason,
            Instant receivedAt,
            Instant replayedAt) {}

    /** Characters of a reason that a letter without a value still holds. */
    private static final int REASON = 1_000;

    private final Kafka kafka;
    private final Journal journal;
    private final Clock clock;
    private final List<Consumer> consumers;

    DeadLetters(Kafka kafka, Journal journal, Clock clock, @All List<Consumer> consumers) {
        this.kafka = kafka;
        this.journal = journal;
        this.clock = clock;
        this.consumers = consumers;
    }

    /** Blocks until the topic and the table have it. A second call for the same message changes nothing in the table. */
    void bury(String consumer, ConsumerRecord<String, byte[]> record, RuntimeException reason) {
        publish(consumer, record, reason.toString());
        Inbox.await(() -> journal.once(session -> Sql.update(
                session,
                """
                insert into dead_letter (id, consumer, topic, partition, "offset", key, headers, value, reason, received_at)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing
                """,
                UUID.nameUUIDFromBytes((consumer + record.topic() + record.partition() + "/" + record.offset())
                        .getBytes(StandardCharsets.UTF_8)),
                consumer,
                record.topic(),
                record.partition(),
                record.offset(),
                record.key() == null ? null : record.key().replace("\0", "\ufffd"),
                headers(record),
                Buffer.buffer(record.value() == null ? new byte[0] : record.value()),
                reason.toString().replace("\0", "\ufffd"),
                clock.instant().atOffset(ZoneOffset.UTC))));
    }

    /** Newest first. */
    public Uni<List<DeadLetter>> list(int limit) {
        return journal.read(session -> Sql.rows(session, """
                        select id, consumer, topic, partition, "offset", headers, reason, received_at, replayed_at
                        from dead_letter order by received_at desc, id limit $1
                        """, limit)
                .map(rows -> rows.stream().map(DeadLetters::letter).toList()));
    }

    /** Applies it now, in its own transaction; fails with the reason where it still cannot be applied. */
    public Uni<Void> replay(UUID id) {
        return journal.transaction(session -> Sql.rows(
                        session,
                        "select consumer, headers, value from dead_letter where id = $1 and replayed_at is null for update",
                        id)
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().failure(new Refused(Refusal.NOT_FOUND))
                        : replay(session, id, rows.getFirst())));
    }

    private Uni<Void> replay(StatelessSession session, UUID id, Object[] row) {
        var consumer = consumers.stream()
                .filter(c -> c.name().equals(row[0]))
                .findFirst()
                .orElseThrow();
        var headers = new RecordHeaders();
        parse((String) row[1]).forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return Uni.createFrom()
                .deferred(() -> Inbox.once(
                        session, List.of(new Inbox.Due(consumer, Message.of(headers, ((Buffer) row[2]).getBytes())))))
                .onFailure(failure -> !Sql.passing(failure))
                .transform(failure -> new Refused(Refusal.STILL_NOT_APPLICABLE, failure.toString()))
                .chain(() -> Sql.update(
                        session,
                        "update dead_letter set replayed_at = $2 where id = $1",
                        id,
                        clock.instant().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** What grows too large by its reason goes without its value and headers; those are in the table and on its own topic. */
    private void publish(String consumer, ConsumerRecord<String, byte[]> record, String reason) {
        var letter = new ProducerRecord<>(record.topic() + ".dead-letter", record.key(), record.value());
        record.headers().forEach(letter.headers()::add);
        try (var producer = kafka.producer()) {
            kafka.createTopics(List.of(letter.topic()));
            try {
                send(producer, letter, consumer, reason);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof RecordTooLargeException)) throw e;
                var place = record.topic() + "/" + record.partition() + "/" + record.offset();
                var without = new ProducerRecord<String, byte[]>(letter.topic(), null, null);
                without.headers().add("dead-letter-place", place.getBytes(StandardCharsets.UTF_8));
                send(producer, without, consumer, reason.substring(0, Math.min(reason.length(), REASON)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(
            KafkaProducer<String, byte[]> producer,
            ProducerRecord<String, byte[]> letter,
            String consumer,
            String reason)
            throws InterruptedException, ExecutionException {
        letter.headers().add("dead-letter-consumer", consumer.getBytes(StandardCharsets.UTF_8));
        letter.headers().add("dead-letter-reason", reason.getBytes(StandardCharsets.UTF_8));
        var sent = producer.send(letter);
        producer.flush();
        sent.get();
    }

    private static DeadLetter letter(Object[] r) {
        return new DeadLetter(
                (UUID) r[0],
                (String) r[1],
                (String) r[2],
                (Integer) r[3],
                (Long) r[4],
                parse((String) r[5]).get("ce_type"),
                (String) r[6],
                ((OffsetDateTime) r[7]).toInstant(),
                r[8] == null ? null : ((OffsetDateTime) r[8]).toInstant());
    }

    private static String headers(ConsumerRecord<String, byte[]> record) {
        var headers = new TreeMap<String, String>();
        record.headers().forEach(h -> {
            if (h.value() != null) headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8));
        });
        try {
            return Json.MAPPER.writeValueAsString(headers);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parse(String headers) {
        try {
            return Json.MAPPER.readValue(headers, new com.fasterxml.jackson.core.type.TypeReference<>() {});
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
