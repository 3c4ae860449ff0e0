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
import org.shouwang.household.safeguard.SafeguardEvent;
import org.shouwang.household.safeguard.SafeguardEvent.*;

/** What each safeguard check graded the dwelling, and when it was recorded. */
@Singleton
class CheckedHousingTable implements Projection<SafeguardEvent> {

    @Override
    public List<String> tables() {
        return List.of("checked_housing");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID check, List<Recorded<SafeguardEvent>> events) {
        var done = Uni.createFrom().voidItem();
        for (var recorded : events)
            done = done.chain(() -> apply(session, check, recorded).replaceWithVoid());
        return done;
    }

    private static Uni<Integer> apply(StatelessSession session, UUID check, Recorded<SafeguardEvent> recorded) {
        var at = recorded.envelope().recordedAt().atOffset(ZoneOffset.UTC);
        return switch (recorded.event()) {
            case SafeguardChecked e -> found(session, check, e, at);
            case SafeguardCheckCorrected e -> found(session, check, e.check(), at);
            case SafeguardCheckMoved _ -> Uni.createFrom().item(0);
        };
    }

    /** A correction says what the check found, not that it was found later. */
    private static Uni<Integer> found(StatelessSession session, UUID check, SafeguardChecked e, OffsetDateTime at) {
        return Sql.update(
                session, """
                insert into checked_housing (id, household, grade, dangerous, found_on, recorded_at) values ($1, $2, $3, $4, $5, $6)
                on conflict (id) do update set household = $2, grade = $3, dangerous = $4, found_on = $5
                """, check, e.householdId(), e.housingGrade(), dangerous(e.housingGrade()), e.checkedOn(), at);
    }

    private static boolean dangerous(String grade) {
        return grade != null && HousingGrade.valueOf(grade).dangerous();
    }
}
