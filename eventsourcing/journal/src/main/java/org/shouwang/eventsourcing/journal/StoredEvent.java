package org.shouwang.eventsourcing.journal;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import org.shouwang.eventsourcing.Envelope;

/**
 * An event as it lies in the journal: its envelope, its bytes and its place in its stream's hash chain.
 * What is hashed stands byte by byte in {@code HASHING.md}; this class is the only code that follows it.
 *
 * @param data the published bytes, UTF-8
 * @param personalHash SHA-256 of the personal bytes; null where there are none
 * @param previous hash of the event before it in its stream; 32 zero bytes for the first
 */
public record StoredEvent(Envelope envelope, String data, byte[] personalHash, byte[] previous, byte[] hash) {

    public static final byte[] START = new byte[32];

    /** What a look at a stream found wrong, at which version. */
    public record Fault(long version, String what) {}

    /** The last event that an independent copy knows of, so that a cut-off end is found too. */
    public record Head(long version, byte[] hash) {}

    public static StoredEvent chained(Envelope envelope, String data, String personal, byte[] previous) {
        var personalHash = personalHash(personal);
        return new StoredEvent(envelope, data, personalHash, previous, hash(envelope, data, personalHash, previous));
    }

    static byte[] personalHash(String personal) {
        return personal == null ? null : sha256().digest(personal.getBytes(StandardCharsets.UTF_8));
    }

    /** @param events one stream in the order of versions */
    public static Optional<Fault> firstFault(List<StoredEvent> events, Head known) {
        var previous = START;
        var version = 0L;
        for (var event : events) {
            version++;
            var e = event.envelope();
            if (e.version() != version) return Optional.of(new Fault(version, "missing or out of order"));
            if (!MessageDigest.isEqual(previous, event.previous()))
                return Optional.of(new Fault(version, "does not follow the event before it"));
            if (!MessageDigest.isEqual(hash(e, event.data(), event.personalHash(), event.previous()), event.hash()))
                return Optional.of(new Fault(version, "is not what was hashed"));
            if (known != null && version == known.version() && !MessageDigest.isEqual(known.hash(), event.hash()))
                return Optional.of(new Fault(version, "is not what was known elsewhere"));
            previous = event.hash();
        }
        return known != null && version < known.version()
                ? Optional.of(new Fault(version + 1, "cut off"))
                : Optional.empty();
    }

    private static byte[] hash(Envelope envelope, String data, byte[] personalHash, byte[] previous) {
        var hashed = Buffer.buffer(2 * data.length() + 1_024)
                .appendString("shouwang-event-1")
                .appendBytes(previous);
        for (var attribute : Attribute.values()) append(hashed, attribute.text(envelope));
        append(hashed, data);
        if (personalHash == null) append(hashed, null);
        else hashed.appendInt(personalHash.length).appendBytes(personalHash);
        return sha256().digest(hashed.getBytes());
    }

    /** Its length in bytes, then its bytes. */
    private static void append(Buffer hashed, String value) {
        var at = hashed.length();
        hashed.appendInt(-1);
        if (value == null) return;
        hashed.appendString(value);
        hashed.setInt(at, hashed.length() - at - 4);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
