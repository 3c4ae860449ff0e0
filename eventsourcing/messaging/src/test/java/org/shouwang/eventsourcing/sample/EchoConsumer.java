package org.shouwang.eventsourcing.sample;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.shouwang.eventsourcing.inbox.Consumer;
import org.shouwang.eventsourcing.journal.Sql;

/** Writes down what it hears; a text "bad" cannot be applied until it is allowed. */
@Singleton
public class EchoConsumer extends Consumer {

    record Shouted(String text) {}

    static volatile boolean allowed;

    EchoConsumer() {
        super("peer.events");
        on(
                "Shouted",
                Shouted.class,
                (session, event, envelope) -> "bad".equals(event.text()) && !allowed
                        ? Uni.createFrom().failure(new IllegalStateException("not this one"))
                        : Sql.update(
                                session,
                                "insert into echo (message, stream, text) values ($1, $2, $3)",
                                envelope.id(),
                                envelope.stream(),
                                event.text()));
    }

    @Override
    public java.util.List<String> tables() {
        return java.util.List.of("echo");
    }

    public static void allow() {
        allowed = true;
    }
}
