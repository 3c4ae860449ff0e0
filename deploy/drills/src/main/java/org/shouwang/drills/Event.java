package org.shouwang.drills;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * An event as a journal, a topic or the archive shows it. Written from {@code eventsourcing/HASHING.md} and sharing no code with the
 * services, so that a hash that agrees says something.
 *
 * @param fields the nineteen text fields in the order in which they are hashed; null where absent
 * @param personalHash null where the event holds nothing personal
 */
record Event(String service, List<String> fields, byte[] personalHash, byte[] previous, byte[] hash) {

    /** Beginning of a chain. */
    static final byte[] START = new byte[32];

    /** The fields as columns of a journal and of the archive's log, as text. */
    static final String COLUMNS = """
            id::text, kind, stream::text, version::text, type, revision::text, occurred_on::text,
            to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), actor, role, actor_area, dept, area, subject::text,
            policy, policy_version::text, correlation::text, causation::text, data""";

    /** The fields but the last as headers of a message. */
    static final List<String> HEADERS = List.of(
            "ce_id",
            "ce_kind",
            "ce_stream",
            "ce_version",
            "ce_type",
            "ce_revision",
            "ce_occurredon",
            "ce_time",
            "ce_actor",
            "ce_actorrole",
            "ce_actorarea",
            "ce_actordept",
            "ce_area",
            "ce_partitionkey",
            "ce_policy",
            "ce_policyversion",
            "ce_correlationid",
            "ce_causationid");

    String id() {
        return fields.get(0);
    }

    /** Kind and id. */
    String stream() {
        return fields.get(1) + "/" + fields.get(2);
    }

    String streamId() {
        return fields.get(2);
    }

    long version() {
        return Long.parseLong(fields.get(3));
    }

    String type() {
        return fields.get(4);
    }

    /** User id of who acted. */
    String actor() {
        return fields.get(8);
    }

    /** As published. */
    String data() {
        return fields.get(18);
    }

    String causation() {
        return fields.get(17);
    }

    /** Whether it is what was hashed. */
    boolean sealed() {
        var sha = sha256();
        sha.update("shouwang-event-1".getBytes(StandardCharsets.US_ASCII));
        sha.update(previous);
        for (var field : fields) add(sha, field == null ? null : field.getBytes(StandardCharsets.UTF_8));
        add(sha, personalHash);
        return Arrays.equals(sha.digest(), hash);
    }

    boolean follows(byte[] head) {
        return Arrays.equals(previous, head);
    }

    String seal() {
        return Base64.getEncoder().encodeToString(hash);
    }

    static byte[] sha256(String text) {
        return text == null ? null : sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return service + " " + stream() + " " + version() + " " + type();
    }

    private static void add(MessageDigest sha, byte[] bytes) {
        sha.update(
                ByteBuffer.allocate(4).putInt(bytes == null ? -1 : bytes.length).flip());
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
