package org.shouwang.household.reviewroster;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.household.codes.HousingGrade;
import org.shouwang.household.registry.HouseholdEvent;
import org.shouwang.household.registry.HouseholdEvent.*;

/** What an appraisal or the collection form graded a household's dwelling last, and whether it was ever found dangerous (C or D). */
@Singleton
class AppraisedHousingTable implements Projection<HouseholdEvent> {

    @Override
    public List<String> tables() {
        return List.of("appraised_housing");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID household, List<Recorded<HouseholdEvent>> events) {
        var done = Uni.createFrom().voidItem();
        for (var recorded : events)
            done = done.chain(() -> apply(session, household, recorded).replaceWithVoid());
        return done;
    }

    private static Uni<Integer> apply(StatelessSession session, UUID household, Recorded<HouseholdEvent> recorded) {
        var at = recorded.envelope().recordedAt().atOffset(ZoneOffset.UTC);
        return switch (recorded.event()) {
            case HousingGradeAppraised e -> found(session, household, e.grade(), at);
            case LivingConditionsRecorded e ->
                e.conditions() == null || e.conditions().housingGrade() == null
                        ? nothing()
                        : found(
                                session,
                                household,
                                HousingGrade.valueOf(e.conditions().housingGrade()),
                                at);
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
                    EmploymentRecorded _,
                    InsuranceStatusRecorded _,
                    LocationCollected _,
                    HouseholdSplit _,
                    HouseholdMerged _,
                    HouseholdDeactivated _ -> nothing();
        };
    }

    private static Uni<Integer> found(StatelessSession session, UUID household, HousingGrade grade, OffsetDateTime at) {
        return Sql.update(session, """
            insert into appraised_housing (household, grade, dangerous, recorded_at) values ($1, $2, $3, $4)
            on conflict (household) do update set grade = $2, dangerous = appraised_housing.dangerous or $3, recorded_at = $4
            """, household, grade.name(), grade.dangerous(), at);
    }

    private static Uni<Integer> nothing() {
        return Uni.createFrom().item(0);
    }
}
