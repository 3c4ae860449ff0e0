package org.shouwang.household.succession;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.household.registry.HouseholdEvent;
import org.shouwang.household.registry.HouseholdEvent.HouseholdMoved;

/** Under which codes a household was kept before its village was merged, split or given another code: they still lead to it. */
@Singleton
class FormerAreas implements Projection<HouseholdEvent> {

    @Override
    public List<String> tables() {
        return List.of("household_former");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID household, List<Recorded<HouseholdEvent>> events) {
        var done = Uni.createFrom().voidItem();
        for (var recorded : events)
            if (recorded.event() instanceof HouseholdMoved e && !e.fromArea().equals(e.toArea()))
                done = done.chain(() -> moved(session, household, e));
        return done;
    }

    private static Uni<Void> moved(StatelessSession session, UUID household, HouseholdMoved e) {
        return (Boolean.TRUE.equals(e.recoded())
                        ? Sql.update(
                                session,
                                "insert into household_former (area_code, household) values ($1, $2) on conflict do nothing",
                                e.fromArea(),
                                household)
                        : Sql.update(session, "delete from household_former where household = $1", household))
                .replaceWithVoid();
    }
}
