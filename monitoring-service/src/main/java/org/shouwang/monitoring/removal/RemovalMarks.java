package org.shouwang.monitoring.removal;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.object.ObjectEvent;
import org.shouwang.monitoring.object.ObjectEvent.*;

/** One row per removal that was marked, and the day on which the county took it back. */
@Singleton
class RemovalMarks implements Projection<ObjectEvent> {

    @Override
    public List<String> tables() {
        return List.of("removal_mark");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID household, List<Recorded<ObjectEvent>> events) {
        return Projection.each(events, recorded -> apply(session, household, recorded.event()));
    }

    private static Uni<Integer> apply(StatelessSession session, UUID household, ObjectEvent event) {
        return switch (event) {
            case RiskRemoved e ->
                Sql.update(
                        session,
                        "insert into removal_mark (removal, household, episode) values ($1, $2, $3)",
                        e.removalId(),
                        household,
                        e.episode());
            case RemovalRevoked e ->
                Sql.update(
                        session,
                        "update removal_mark set revoked_on = $3 where household = $1 and episode = $2 and revoked_on is null",
                        household,
                        e.episode(),
                        e.on());
            case ObjectIncluded _,
                    ObjectReentered _,
                    ObjectGraded _,
                    GradeChanged _,
                    ObjectTyped _,
                    RiskAdded _,
                    RiskResolved _,
                    NationalEntryRecorded _,
                    BigDataImported _,
                    NationalEntryUpdated _,
                    ObjectMoved _,
                    RemovalBegun _,
                    RemovalAbandoned _,
                    ObjectVoided _ -> Uni.createFrom().item(0);
        };
    }
}
