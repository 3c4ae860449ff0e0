package org.shouwang.eventsourcing.feed;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.shouwang.eventsourcing.journal.Attribute;
import org.shouwang.eventsourcing.journal.StoredEvent;

/**
 * An event on its way between services: CloudEvents 1.0, Kafka protocol binding, binary mode. The value is the published bytes,
 * the envelope and the hashes are {@code ce_} headers, the key is the subject.
 *
 * @param source root path of the service that published it
 */
public record Message(String source, StoredEvent event) {

    private static final HexFormat HEX = HexFormat.of();
    private static final String PERSONAL = "ce_personalhash";
    private static final String PREVIOUS = "ce_previoushash";
    private static final String HASH = "ce_hash";

    public ProducerRecord<String, byte[]> toRecord(String topic) {
        var e = event.envelope();
        var record =
                new ProducerRecord<>(topic, e.subject().toString(), event.data().getBytes(StandardCharsets.UTF_8));
        var headers = record.headers();
        put(headers, "content-type", "application/json; charset=UTF-8");
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_source", source);
        put(headers, "ce_subject", e.kind() + "/" + e.stream());
        for (var attribute : Attribute.values()) put(headers, attribute.header(), attribute.text(e));
        put(headers, PERSONAL, event.personalHash() == null ? null : HEX.formatHex(event.personalHash()));
        put(headers, PREVIOUS, HEX.formatHex(event.previous()));
        put(headers, HASH, HEX.formatHex(event.hash()));
        return record;
    }

    /** @throws RuntimeException where a header is missing or not what it should be: such a message belongs to the dead letters */
    public static Message of(Headers headers, byte[] value) {
        var texts = new HashMap<String, String>();
        for (var header : headers)
            texts.put(header.key(), header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8));
        var envelope = Attribute.envelope(attribute -> attribute.parse(texts.get(attribute.header())));
        return new Message(
                Objects.requireNonNull(texts.get("ce_source"), "ce_source"),
                new StoredEvent(
                        envelope,
                        new String(value, StandardCharsets.UTF_8),
                        texts.get(PERSONAL) == null ? null : hash(texts, PERSONAL),
                        hash(texts, PREVIOUS),
                        hash(texts, HASH)));
    }

    private static void put(Headers headers, String name, String value) {
        if (value != null) headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hash(Map<String, String> texts, String header) {
        var hash = HEX.parseHex(Objects.requireNonNull(texts.get(header), header));
        if (hash.length != StoredEvent.START.length) throw new IllegalArgumentException(header + " is no SHA-256");
        return hash;
    }
}
