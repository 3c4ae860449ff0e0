package org.shouwang.eventsourcing.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.feed.Message;
import org.shouwang.eventsourcing.journal.Json;

/**
 * What one service does about another's events. A subclass names the topic and, per event type, its own record of the fields that it
 * reads and the effect. Each message takes effect once: the effect runs in a transaction together with the note that it ran.
 * A failed effect is tried again where the failure passes (the database is away), and otherwise laid to the dead letters.
 */
public abstract class Consumer {

    /** What a message does here. The session's transaction is the message's. */
    @FunctionalInterface
    public interface Effect<T> {
        Uni<?> apply(StatelessSession session, T event, Envelope envelope);
    }

    private record Reaction<T>(Class<T> type, Effect<T> effect) {
        Uni<?> apply(StatelessSession session, Message message) {
            try {
                return effect.apply(
                        session,
                        Json.MAPPER.readValue(message.event().data(), type),
                        message.event().envelope());
            } catch (JsonProcessingException e) {
                return Uni.createFrom()
                        .failure(new IllegalArgumentException(
                                "unreadable " + message.event().envelope().type(), e));
            }
        }
    }

    private final Set<String> topics;
    private final Map<String, Reaction<?>> reactions = new LinkedHashMap<>();

    protected Consumer(String... topics) {
        this.topics = Set.of(topics);
    }

    /** Called in the subclass's constructor, once for each type that it reads. */
    protected final <T> void on(String type, Class<T> reads, Effect<T> effect) {
        reactions.put(type, new Reaction<>(reads, effect));
    }

    /** The cause of a command that follows from an event: by the system, on the day of the event, caused by it. */
    protected final Cause causedBy(Envelope envelope, java.time.Clock clock) {
        return new Cause(
                Actor.system(getClass().getSimpleName()),
                envelope.occurredOn(),
                clock.instant(),
                envelope.correlation(),
                envelope.id(),
                null);
    }

    /** What a message does; types without a reaction do nothing. Overridden only by who takes in everything. */
    protected Uni<?> apply(StatelessSession session, Message message) {
        var reaction = reactions.get(message.event().envelope().type());
        return reaction == null ? Uni.createFrom().nullItem() : reaction.apply(session, message);
    }

    /** The tables that it alone writes and does nothing else than to write; a refill replaces them. Empty where its effects are commands. */
    public List<String> tables() {
        return List.of();
    }

    public final Set<String> topics() {
        return topics;
    }

    /** Stable: part of the key under which messages are remembered. */
    public String name() {
        return getClass().getSimpleName();
    }

    /** The record that this consumer reads of each type; checked against what the other services publish. */
    public final Map<String, Class<?>> reads() {
        var reads = new LinkedHashMap<String, Class<?>>();
        reactions.forEach((type, reaction) -> reads.put(type, reaction.type()));
        return reads;
    }

    final boolean cares(Message message) {
        return reactions.isEmpty()
                || reactions.containsKey(message.event().envelope().type());
    }
}
