package org.shouwang.drills;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A message that nobody should have sent.
 *
 * @param what is odd about it
 * @param key null where it has none
 * @param value null where it has none
 */
record OddMessage(String what, String key, Map<String, String> headers, byte[] value, Oddness oddness) {

    /** What cannot be read, and by whom. */
    enum Oddness {
        /** No event, for nobody. */
        ENVELOPE,
        /** No text, which the archive cannot keep either. */
        BYTES,
        /** A text that the archive keeps and nobody else can read. */
        VALUE,
        /** Fields that are missing or other ones. */
        CONTENT,
        /** Besides, the archive has no place for it. */
        PLACE
    }

    /** Who keeps of an event only what does not have to be there. */
    private static final Set<String> UNDEMANDING = Set.of("MonitoringConsumer", "NoticeConsumer");

    /** Whether the reader of its topic has to lay it to the dead letters. */
    boolean buriedBy(Reader reader) {
        if (oddness == Oddness.ENVELOPE) return true;
        if (reader.types().isEmpty()) return oddness == Oddness.BYTES || oddness == Oddness.PLACE;
        if (!reader.reads(headers.getOrDefault("ce_type", ""))) return false;
        return oddness == Oddness.BYTES || oddness == Oddness.VALUE || !UNDEMANDING.contains(reader.name());
    }

    Drill.Odd odd() {
        return new Drill.Odd(headers.getOrDefault("ce_id", ""), what);
    }

    /** An event of a known type whose value is so many bytes. */
    static OddMessage large(String what, String service, int bytes) {
        var frame = "{\"text\":\"\"}";
        return new OddMessage(
                what,
                random(),
                envelope(service, type(service)),
                bytes("{\"text\":\"" + "a".repeat(bytes - frame.length()) + "\"}"),
                Oddness.CONTENT);
    }

    /** Of key and headers, and around them and the value, at most. */
    static int room() {
        return 500
                + envelope("household", "").entrySet().stream()
                        .mapToInt(h -> h.getKey().length() + h.getValue().length() + 20)
                        .sum();
    }

    private static String type(String service) {
        return switch (service) {
            case "household" -> "HouseholdRegistered";
            case "monitoring" -> "ObjectIncluded";
            case "assistance" -> "MeasureImplemented";
            default -> "DocumentReceived";
        };
    }

    static List<OddMessage> of(String service) {
        var type = type(service);
        var odd = new ArrayList<OddMessage>();
        odd.add(new OddMessage("nothing at all", null, Map.of(), null, Oddness.ENVELOPE));
        odd.add(new OddMessage("headers without a value", random(), envelope(service, type), null, Oddness.ENVELOPE));
        odd.add(new OddMessage("a value without headers", random(), Map.of(), bytes("{}"), Oddness.ENVELOPE));
        odd.add(new OddMessage(
                "no JSON", random(), envelope(service, type), new byte[] {0, -1, 17, 0, -128}, Oddness.BYTES));
        odd.add(new OddMessage(
                "truncated",
                random(),
                envelope(service, type),
                bytes("{\"areaCode\":\"610727105208\",\"members\":[{\"me"),
                Oddness.VALUE));
        odd.add(new OddMessage(
                "another shape",
                random(),
                envelope(service, type),
                bytes("[{\"areaCode\":{\"a\":[1,2]}}]"),
                Oddness.VALUE));
        odd.add(new OddMessage(
                "a list in a text's place",
                random(),
                envelope(service, type),
                bytes("{\"areaCode\":[7],\"members\":\"none\"}"),
                Oddness.CONTENT));
        odd.add(new OddMessage(
                "deeply nested",
                random(),
                envelope(service, type),
                bytes("{\"members\":" + "[".repeat(100_000)),
                Oddness.VALUE));
        odd.add(new OddMessage(
                "unknown type",
                random(),
                envelope(service, "HouseholdTeleported"),
                bytes("{\"to\":\"moon\"}"),
                Oddness.CONTENT));
        odd.add(new OddMessage(
                "future revision",
                random(),
                with(service, type, "ce_revision", "99"),
                bytes("{\"newWorld\":{\"code\":1}}"),
                Oddness.CONTENT));
        odd.add(new OddMessage(
                "future specification",
                random(),
                with(service, type, "ce_specversion", "9.0"),
                bytes("{}"),
                Oddness.CONTENT));
        odd.add(new OddMessage(
                "huge version",
                random(),
                with(service, type, "ce_version", "9223372036854775807"),
                bytes("{}"),
                Oddness.CONTENT));
        odd.add(new OddMessage(
                "no number as version",
                random(),
                with(service, type, "ce_version", "first"),
                bytes("{}"),
                Oddness.ENVELOPE));
        odd.add(new OddMessage(
                "no UUID as id", random(), with(service, type, "ce_id", "1"), bytes("{}"), Oddness.ENVELOPE));
        odd.add(new OddMessage(
                "no time", random(), with(service, type, "ce_time", "yesterday"), bytes("{}"), Oddness.ENVELOPE));
        odd.add(new OddMessage(
                "far future time",
                random(),
                with(service, type, "ce_time", "+999999999-12-31T23:59:59.999999Z"),
                bytes("{}"),
                Oddness.CONTENT));
        odd.add(new OddMessage(
                "no source", random(), with(service, type, "ce_source", ""), bytes("{}"), Oddness.PLACE));
        odd.add(new OddMessage(
                "a hash cut short", random(), with(service, type, "ce_hash", "abc"), bytes("{}"), Oddness.ENVELOPE));
        odd.add(new OddMessage(
                "zero characters in headers",
                random(),
                with(service, type, "ce_version", "\0"),
                bytes("{}"),
                Oddness.ENVELOPE));
        odd.add(new OddMessage(
                "zero characters in an area",
                random(),
                with(service, type, "ce_area", "61\0"),
                bytes("{}"),
                Oddness.PLACE));
        odd.add(new OddMessage("zero characters in the key", "\0", Map.of(), bytes("{}"), Oddness.ENVELOPE));
        odd.add(new OddMessage(
                "zero characters in the text",
                random(),
                envelope(service, type),
                bytes("{\"areaCode\":\"\\u0000\",\"members\":[]}"),
                Oddness.CONTENT));
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
        headers.put("ce_id", random());
        headers.put("ce_kind", "odd");
        headers.put("ce_stream", random());
        headers.put("ce_version", "1");
        headers.put("ce_type", type);
        headers.put("ce_revision", "1");
        headers.put("ce_occurredon", "2021-11-01");
        headers.put("ce_time", "2021-11-01T00:00:00.000000Z");
        headers.put("ce_actor", "nobody");
        headers.put("ce_actorrole", "NONE");
        headers.put("ce_actorarea", "610727105208");
        headers.put("ce_area", "610727105208");
        headers.put("ce_partitionkey", random());
        headers.put("ce_correlationid", random());
        headers.put("ce_causationid", random());
        headers.put("ce_previoushash", "0".repeat(64));
        headers.put("ce_hash", "0".repeat(64));
        return headers;
    }

    private static String random() {
        return UUID.randomUUID().toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
