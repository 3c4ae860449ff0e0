package org.shouwang.household.reviewroster;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.household.codes.HousingGrade;
import org.shouwang.household.registry.HouseholdEvent;
import org.shouwang.household.registry.HouseholdEvent.*;

/** Households whose dwelling was once found dangerous (C or D), by an appraisal or on the collection form, with the grade found last. */
@Singleton
class DangerousHousingTable implements Projection<HouseholdEvent> {

    @Override
    public List<String> tables() {
        return List.of("dangerous_housing");
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
            case HousingGradeAppraised e -> found(session, household, e.grade(), e.appraisedOn());
            case LivingConditionsRecorded e ->
                e.conditions() == null || e.conditions().housingGrade() == null
                        ? nothing()
                        : found(
                                session,
                                household,
                                HousingGrade.valueOf(e.conditions().housingGrade()),
                                LocalDate.of(e.year(), 12, 31));
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

    private static Uni<Integer> found(StatelessSession session, UUID household, HousingGrade grade, LocalDate on) {
        return grade.dangerous() ? Sql.update(session, """
            insert into dangerous_housing (household, grade, found_on) values ($1, $2, $3)
            on conflict (household) do update set grade = $2, found_on = $3 where dangerous_housing.found_on <= $3
            """, household, grade.name(), on) : nothing();
    }

    private static Uni<Integer> nothing() {
        return Uni.createFrom().item(0);
    }
}
