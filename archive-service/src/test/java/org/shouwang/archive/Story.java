package org.shouwang.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Cause.PolicyRef;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.feed.Message;
import org.shouwang.eventsourcing.journal.StoredEvent;
import org.shouwang.eventsourcing.testing.Topics;

/** Plays the other services for one household: chains its events stream by stream and publishes them. */
public final class Story {

    public static final String VILLAGE = "610727105208";

    public final UUID household = UUID.randomUUID();

    private final Map<String, StoredEvent> heads = new HashMap<>();
    private Instant recordedAt = Instant.parse("2021-11-01T01:00:00Z");
    private String area = VILLAGE;

    public Story in(String area) {
        this.area = area;
        return this;
    }

    public Story recordedAt(String instant) {
        recordedAt = Instant.parse(instant);
        return this;
    }

    public Message tell(String service, String kind, UUID stream, String type, String on, String data) {
        var message = next(service, kind, stream, type, on, data);
        publish(message);
        return message;
    }

    /** The next event of a stream, not published. */
    public Message next(String service, String kind, UUID stream, String type, String on, String data) {
        var key = service + kind + stream;
        var head = heads.get(key);
        recordedAt = recordedAt.plusMillis(7);
        var envelope = new Envelope(
                UUID.randomUUID(),
                kind,
                stream,
                head == null ? 1 : head.envelope().version() + 1,
                type,
                1,
                LocalDate.parse(on),
                recordedAt,
                new Actor("town-operator", "TOWN_OPERATOR", "610727105000", null),
                area,
                household,
                service.equals("monitoring") ? new PolicyRef("POL-2021", 1) : null,
                UUID.randomUUID(),
                UUID.randomUUID());
        var personal = service.equals("household") ? "{\"/details\":{},\"salt\":\"00\"}" : null;
        var event = StoredEvent.chained(envelope, data, personal, head == null ? StoredEvent.START : head.hash());
        heads.put(key, event);
        return new Message("/" + service, event);
    }

    public static void publish(Message message) {
        Topics.send(message.toRecord(message.source().substring(1) + ".events"));
    }
}
