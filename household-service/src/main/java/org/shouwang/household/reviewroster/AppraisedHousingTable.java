package org.shouwang.household.reviewroster;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
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
            case HousingGradeAppraised e -> found(session, household, e.grade(), e.appraisedOn(), at);
            case LivingConditionsRecorded e ->
                e.conditions() == null || e.conditions().housingGrade() == null
                        ? nothing()
                        : found(
                                session,
                                household,
                                HousingGrade.valueOf(e.conditions().housingGrade()),
                                formed(e),
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

    private static Uni<Integer> found(
            StatelessSession session, UUID household, HousingGrade grade, LocalDate on, OffsetDateTime at) {
        return Sql.update(session, """
            insert into appraised_housing as a (household, grade, dangerous, found_on, recorded_at) values ($1, $2, $3, $4, $5)
            on conflict (household) do update set dangerous = a.dangerous or $3, grade = case when $4 < a.found_on then a.grade else $2 end,
              recorded_at = case when $4 < a.found_on then a.recorded_at else $5 end, found_on = greatest(a.found_on, $4)
            """, household, grade.name(), grade.dangerous(), on, at);
    }

    /** A form speaks of its year: as it was at the end of it, or when it was written down within it. */
    private static LocalDate formed(LivingConditionsRecorded e) {
        var end = LocalDate.of(e.year(), 12, 31);
        return e.on().isBefore(end) ? e.on() : end;
    }

    private static Uni<Integer> nothing() {
        return Uni.createFrom().item(0);
    }
}
