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
import org.shouwang.household.registry.HouseholdEvent.*;

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
        for (var recorded : events) done = done.chain(() -> apply(session, household, recorded.event()));
        return done;
    }

    /** Most of what is recorded moves nobody. */
    @Override
    public Uni<Void> projectAll(StatelessSession session, List<Recorded<HouseholdEvent>> events) {
        var moves =
                events.stream().filter(r -> r.event() instanceof HouseholdMoved).toList();
        return inTurn(session, moves);
    }

    private static Uni<Void> apply(StatelessSession session, UUID household, HouseholdEvent event) {
        return switch (event) {
            case HouseholdMoved e when !e.fromArea().equals(e.toArea()) -> moved(session, household, e);
            case HouseholdMoved _,
                    HouseholdRegistered _,
                    DetailsChanged _,
                    MemberAdded _,
                    MemberUpdated _,
                    MemberRemoved _,
                    HeadChanged _,
                    RegisteredTypeChanged _,
                    SecurityTagGranted _,
                    SecurityTagEnded _,
                    LivingConditionsRecorded _,
                    EmploymentRecorded _,
                    InsuranceStatusRecorded _,
                    HousingGradeAppraised _,
                    LocationCollected _,
                    HouseholdSplit _,
                    HouseholdMerged _,
                    HouseholdDeactivated _ -> Uni.createFrom().voidItem();
        };
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
