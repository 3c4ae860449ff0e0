package org.shouwang.household.workroster;

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

/** Which times of work away from home or for a wage were recorded of whom: enough to find them, places and names lie in the histories. */
@Singleton
class WorkTable implements Projection<HouseholdEvent> {

    @Override
    public List<String> tables() {
        return List.of("work_time");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID household, List<Recorded<HouseholdEvent>> events) {
        var done = Uni.createFrom().voidItem();
        for (var recorded : events)
            done = done.chain(() -> apply(session, household, recorded.event()).replaceWithVoid());
        return done;
    }

    private static Uni<Integer> apply(StatelessSession session, UUID household, HouseholdEvent event) {
        return switch (event) {
            case EmploymentRecorded e ->
                e.publicPost()
                        ? Uni.createFrom().item(0)
                        : Sql.update(session, """
                            insert into work_time (household, member, from_on, to_on) values ($1, $2, $3, $4)
                            on conflict (household, member, from_on) do update set to_on = $4\
                            """, household, e.memberId(), e.from(), e.to());
            case HouseholdRegistered _,
                    DetailsChanged _,
                    MemberAdded _,
                    MemberUpdated _,
                    MemberRemoved _,
                    HeadChanged _,
                    HouseholdMoved _,
                    RegisteredTypeChanged _,
                    SecurityTagGranted _,
                    SecurityTagEnded _,
                    LivingConditionsRecorded _,
                    InsuranceStatusRecorded _,
                    HousingGradeAppraised _,
                    LocationCollected _,
                    HouseholdSplit _,
                    HouseholdMerged _,
                    HouseholdDeactivated _ -> Uni.createFrom().item(0);
        };
    }
}
