package org.shouwang.bench.ours;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shouwang.eventsourcing.inbox.Consumer;
import org.shouwang.eventsourcing.journal.Sql;

/** The other service: writes down each statement that it hears of. */
@Singleton
public class Hears extends Consumer {

    record Heard(int year, String statedBy) {}

    Hears(@ConfigProperty(name = "bench.listens") String topic) {
        super(topic);
        on("IncomeNoted", Heard.class, (session, event, envelope) -> Sql.update(
                        session,
                        "insert into heard (stream, version, year, stated_by) values ($1, $2, $3, $4)",
                        envelope.stream(),
                        envelope.version(),
                        event.year(),
                        event.statedBy())
                .chain(_ -> Uni.createFrom().voidItem()));
    }
}
