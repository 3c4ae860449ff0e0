package org.shouwang.eventsourcing.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Cause.PolicyRef;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.journal.StoredEvent;

/**
 * An event on its way between services: CloudEvents 1.0, Kafka protocol binding, binary mode. The value is the published bytes,
 * the envelope and the hashes are {@code ce_} headers, the key is the subject.
 *
 * @param source root path of the service that published it
 */
public record Message(String source, StoredEvent event) {

    private static final HexFormat HEX = HexFormat.of();

    public ProducerRecord<String, byte[]> toRecord(String topic) {
        var e = event.envelope();
        var record =
                new ProducerRecord<>(topic, e.subject().toString(), event.data().getBytes(StandardCharsets.UTF_8));
        var headers = record.headers();
        put(headers, "content-type", "application/json; charset=UTF-8");
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", e.id());
        put(headers, "ce_source", source);
        put(headers, "ce_type", e.type());
        put(headers, "ce_subject", e.kind() + "/" + e.stream());
        put(headers, "ce_time", StoredEvent.time(e.recordedAt()));
        put(headers, "ce_kind", e.kind());
        put(headers, "ce_stream", e.stream());
        put(headers, "ce_version", e.version());
        put(headers, "ce_revision", e.revision());
        put(headers, "ce_occurredon", e.occurredOn());
        put(headers, "ce_actor", e.actor().user());
        put(headers, "ce_actorrole", e.actor().role());
        put(headers, "ce_actorarea", e.actor().area());
        put(headers, "ce_actordept", e.actor().dept());
        put(headers, "ce_area", e.area());
        put(headers, "ce_partitionkey", e.subject());
        put(headers, "ce_policy", e.policy() == null ? null : e.policy().id());
        put(headers, "ce_policyversion", e.policy() == null ? null : e.policy().version());
        put(headers, "ce_correlationid", e.correlation());
        put(headers, "ce_causationid", e.causation());
        put(headers, "ce_personalhash", event.personalHash() == null ? null : HEX.formatHex(event.personalHash()));
        put(headers, "ce_previoushash", HEX.formatHex(event.previous()));
        put(headers, "ce_hash", HEX.formatHex(event.hash()));
        return record;
    }

    /** @throws RuntimeException where a header is missing or not what it should be: such a message belongs to the dead letters */
    public static Message of(Headers headers, byte[] value) {
        var policy = get(headers, "ce_policy");
        var envelope = new Envelope(
                uuid(headers, "ce_id"),
                need(headers, "ce_kind"),
                uuid(headers, "ce_stream"),
                Long.parseLong(need(headers, "ce_version")),
                need(headers, "ce_type"),
                Integer.parseInt(need(headers, "ce_revision")),
                LocalDate.parse(need(headers, "ce_occurredon")),
                Instant.parse(need(headers, "ce_time")),
                new Actor(
                        need(headers, "ce_actor"),
                        need(headers, "ce_actorrole"),
                        need(headers, "ce_actorarea"),
                        get(headers, "ce_actordept")),
                need(headers, "ce_area"),
                uuid(headers, "ce_partitionkey"),
                policy == null ? null : new PolicyRef(policy, Integer.parseInt(need(headers, "ce_policyversion"))),
                uuid(headers, "ce_correlationid"),
                uuid(headers, "ce_causationid"));
        var personal = get(headers, "ce_personalhash");
        if (value == null) throw new IllegalArgumentException("message without a value");
        return new Message(
                need(headers, "ce_source"),
                new StoredEvent(
                        envelope,
                        new String(value, StandardCharsets.UTF_8),
                        personal == null ? null : HEX.parseHex(personal),
                        HEX.parseHex(need(headers, "ce_previoushash")),
                        HEX.parseHex(need(headers, "ce_hash"))));
    }

    private static void put(Headers headers, String name, Object value) {
        if (value != null) headers.add(name, value.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String get(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String need(Headers headers, String name) {
        var value = get(headers, name);
        if (value == null) throw new IllegalArgumentException("message without " + name);
        return value;
    }

    private static UUID uuid(Headers headers, String name) {
        return UUID.fromString(need(headers, name));
    }
}
