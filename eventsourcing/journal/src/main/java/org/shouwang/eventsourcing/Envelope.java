package org.shouwang.eventsourcing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What is known of every event besides its content; the columns of its row and the attributes of its message.
 *
 * @param id of this event
 * @param kind of stream
 * @param version place in the stream, from 1, without gaps
 * @param type stored name of the event
 * @param revision of the stored shape
 * @param occurredOn Asia/Shanghai, may lie back
 * @param recordedAt server time, microseconds
 * @param area code of the area that the stream belongs to
 * @param subject what the event is about, the key under which its order is kept between services: the household where there is one
 */
public record Envelope(
        UUID id,
        String kind,
        UUID stream,
        long version,
        String type,
        int revision,
        LocalDate occurredOn,
        Instant recordedAt,
        Actor actor,
        String area,
        UUID subject,
        Cause.PolicyRef policy,
        UUID correlation,
        UUID causation) {}
