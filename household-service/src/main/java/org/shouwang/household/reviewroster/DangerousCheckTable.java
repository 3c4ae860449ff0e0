package org.shouwang.household.reviewroster;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.household.codes.HousingGrade;
import org.shouwang.household.safeguard.SafeguardEvent;
import org.shouwang.household.safeguard.SafeguardEvent.*;

/** Safeguard checks that found a dwelling dangerous (C or D). */
@Singleton
class DangerousCheckTable implements Projection<SafeguardEvent> {

    @Override
    public List<String> tables() {
        return List.of("dangerous_check");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID check, List<Recorded<SafeguardEvent>> events) {
        var done = Uni.createFrom().voidItem();
        for (var recorded : events)
            done = done.chain(() -> apply(session, check, recorded.event()).replaceWithVoid());
        return done;
    }

    private static Uni<Integer> apply(StatelessSession session, UUID check, SafeguardEvent event) {
        return switch (event) {
            case SafeguardChecked e -> found(session, check, e);
            case SafeguardCheckCorrected e ->
                Sql.update(session, "delete from dangerous_check where id = $1", check)
                        .chain(() -> found(session, check, e.check()));
            case SafeguardCheckMoved _ -> Uni.createFrom().item(0);
        };
    }

    private static Uni<Integer> found(StatelessSession session, UUID check, SafeguardChecked e) {
        return !dangerous(e.housingGrade())
                ? Uni.createFrom().item(0)
                : Sql.update(
                        session,
                        "insert into dangerous_check (id, household, grade, checked_on) values ($1, $2, $3, $4)",
                        check,
                        e.householdId(),
                        e.housingGrade(),
                        e.checkedOn());
    }

    private static boolean dangerous(String grade) {
        return grade != null && HousingGrade.valueOf(grade).dangerous();
    }
}
