package org.shouwang.archive.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.shouwang.eventsourcing.journal.Attribute;
import org.shouwang.eventsourcing.journal.StoredEvent;

/**
 * Checks one event on arrival against the head of its stream. Written from the description of what is hashed (HASHING.md of the
 * module eventsourcing) and not from the code that hashes: two readings that agree are worth more than one.
 */
final class Seal {

    /** Where a stream stood before: version 0 and 32 zero bytes where nothing of it was seen. */
    record Head(long version, byte[] hash) {
        static final Head NONE = new Head(0, StoredEvent.START);
    }

    private Seal() {}

    /** @return null where nothing is wrong */
    static Fault fault(StoredEvent event, Head head) {
        var version = event.envelope().version();
        if (!MessageDigest.isEqual(hash(event), event.hash())) return Fault.HASH;
        if (version <= head.version()) return Fault.TWICE;
        if (version > head.version() + 1) return Fault.GAP;
        return MessageDigest.isEqual(head.hash(), event.previous()) ? null : Fault.LINK;
    }

    static byte[] hash(StoredEvent event) {
        var e = event.envelope();
        var sha = sha256();
        sha.update("shouwang-event-1".getBytes(StandardCharsets.US_ASCII));
        sha.update(event.previous());
        Object[] fields = {
            e.id(),
            e.kind(),
            e.stream(),
            e.version(),
            e.type(),
            e.revision(),
            e.occurredOn(),
            Attribute.time(e.recordedAt()),
            e.actor().user(),
            e.actor().role(),
            e.actor().area(),
            e.actor().dept(),
            e.area(),
            e.subject(),
            e.policy() == null ? null : e.policy().id(),
            e.policy() == null ? null : e.policy().version(),
            e.correlation(),
            e.causation(),
            event.data()
        };
        for (var field : fields)
            field(sha, field == null ? null : field.toString().getBytes(StandardCharsets.UTF_8));
        field(sha, event.personalHash());
        return sha.digest();
    }

    private static void field(MessageDigest sha, byte[] bytes) {
        sha.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(bytes == null ? -1 : bytes.length)
                .flip());
        if (bytes != null) sha.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
