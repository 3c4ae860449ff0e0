package org.shouwang.archive.log;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Refusal;

/** Who may read about whom: whoever reaches the area where the subject, a household mostly, belongs today. */
@Singleton
public class Subjects {

    private final EventLog log;

    Subjects(EventLog log) {
        this.log = log;
    }

    /** The subject's area. One that is outside the reader's area is answered like one that is unknown. */
    public Uni<String> area(StatelessSession session, UUID subject, Actor reader) {
        return log.area(session, subject).onItem().transformToUni(area -> area.filter(reader::reaches)
                .map(Uni.createFrom()::item)
                .orElseGet(() -> Uni.createFrom().failure(new Refused(Refusal.NOT_FOUND))));
    }
}
