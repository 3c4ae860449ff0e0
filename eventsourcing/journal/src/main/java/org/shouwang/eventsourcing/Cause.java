package org.shouwang.eventsourcing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Why and when a command is given: what its events' envelopes say beside the events themselves.
 *
 * @param occurredOn when it happened in the village, Asia/Shanghai; never after the day of {@code recordedAt}
 * @param recordedAt when it reached the system, kept to the microsecond
 * @param correlation shared by everything that one request led to
 * @param causation the command's own id (an {@code Idempotency-Key}), or the id of the event that led to it. A stream answers a
 *     causation that it has seen with what it did then
 * @param policy the policy under which it is decided; may be null
 */
public record Cause(
        Actor actor, LocalDate occurredOn, Instant recordedAt, UUID correlation, UUID causation, PolicyRef policy) {

    public record PolicyRef(String id, int version) {}

    public Cause under(PolicyRef policy) {
        return new Cause(actor, occurredOn, recordedAt, correlation, causation, policy);
    }

    public Cause on(LocalDate day) {
        return new Cause(actor, day, recordedAt, correlation, causation, policy);
    }
}
