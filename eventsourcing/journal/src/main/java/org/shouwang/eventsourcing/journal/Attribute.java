package org.shouwang.eventsourcing.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.function.Function;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Cause.PolicyRef;
import org.shouwang.eventsourcing.Envelope;

/** What an envelope holds, in the order in which it is stored, sent and hashed: each attribute with its column and its CloudEvents name. */
public enum Attribute {
    ID("id", UUID.class, "id", Envelope::id),
    KIND("kind", String.class, "kind", Envelope::kind),
    STREAM("stream", UUID.class, "stream", Envelope::stream),
    VERSION("version", Long.class, "version", Envelope::version),
    TYPE("type", String.class, "type", Envelope::type),
    REVISION("revision", Integer.class, "revision", Envelope::revision),
    OCCURRED_ON("occurred_on", LocalDate.class, "occurredon", Envelope::occurredOn),
    RECORDED_AT("recorded_at", OffsetDateTime.class, "time", e -> e.recordedAt().atOffset(ZoneOffset.UTC)),
    ACTOR("actor", String.class, "actor", e -> e.actor().user()),
    ROLE("role", String.class, "actorrole", e -> e.actor().role()),
    ACTOR_AREA("actor_area", String.class, "actorarea", e -> e.actor().area()),
    DEPT("dept", String.class, "actordept", e -> e.actor().dept()),
    AREA("area", String.class, "area", Envelope::area),
    SUBJECT("subject", UUID.class, "partitionkey", Envelope::subject),
    POLICY("policy", String.class, "policy", e -> policy(e, PolicyRef::id)),
    POLICY_VERSION("policy_version", Integer.class, "policyversion", e -> policy(e, PolicyRef::version)),
    CORRELATION("correlation", UUID.class, "correlationid", Envelope::correlation),
    CAUSATION("causation", UUID.class, "causationid", Envelope::causation);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

    final String column;
    final Class<?> type;
    private final String header;
    private final Function<Envelope, Object> of;

    Attribute(String column, Class<?> type, String header, Function<Envelope, Object> of) {
        this.column = column;
        this.type = type;
        this.header = "ce_" + header;
        this.of = of;
    }

    /** Its name as a CloudEvents header. */
    public String header() {
        return header;
    }

    Object value(Envelope envelope) {
        return of.apply(envelope);
    }

    /** As it is hashed and sent; null where it is absent. */
    public String text(Envelope envelope) {
        return switch (value(envelope)) {
            case null -> null;
            case OffsetDateTime time -> TIME.format(time);
            case Object value -> value.toString();
        };
    }

    /** @throws IllegalArgumentException where the text is missing or not what it should be */
    public Object parse(String text) {
        if (text == null && this != DEPT && this != POLICY && this != POLICY_VERSION)
            throw new IllegalArgumentException("message without " + header());
        if (text == null || type == String.class) return text;
        try {
            if (type == UUID.class) return UUID.fromString(text);
            if (type == Long.class) return Long.valueOf(text);
            if (type == Integer.class) return Integer.valueOf(text);
            if (type == LocalDate.class) return LocalDate.parse(text);
            return OffsetDateTime.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            throw new IllegalArgumentException(header() + " is no " + type.getSimpleName(), e);
        }
    }

    public static Envelope envelope(Function<Attribute, Object> values) {
        String policy = get(values, POLICY);
        return new Envelope(
                get(values, ID),
                get(values, KIND),
                get(values, STREAM),
                get(values, VERSION),
                get(values, TYPE),
                get(values, REVISION),
                get(values, OCCURRED_ON),
                Attribute.<OffsetDateTime>get(values, RECORDED_AT).toInstant(),
                new Actor(get(values, ACTOR), get(values, ROLE), get(values, ACTOR_AREA), get(values, DEPT)),
                get(values, AREA),
                get(values, SUBJECT),
                policy == null ? null : new PolicyRef(policy, get(values, POLICY_VERSION)),
                get(values, CORRELATION),
                get(values, CAUSATION));
    }

    /** Six digits of a second, always. */
    public static String time(Instant instant) {
        return TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static Object policy(Envelope envelope, Function<PolicyRef, Object> part) {
        return envelope.policy() == null ? null : part.apply(envelope.policy());
    }

    @SuppressWarnings("unchecked")
    private static <T> T get(Function<Attribute, Object> values, Attribute attribute) {
        return (T) values.apply(attribute);
    }
}
