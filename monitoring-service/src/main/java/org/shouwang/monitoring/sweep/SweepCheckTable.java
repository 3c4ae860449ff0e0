package org.shouwang.monitoring.sweep;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.sweep.SweepCheckEvent.SweepHouseholdChecked;

/** How each sweep last left each household. */
@Singleton
class SweepCheckTable implements Projection<SweepCheckEvent> {

    @Override
    public List<String> tables() {
        return List.of("sweep_check");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID id, List<Recorded<SweepCheckEvent>> events) {
        var last = events.getLast();
        return switch (last.event()) {
            case SweepHouseholdChecked e ->
                Sql.update(
                                session,
                                """
                                insert into sweep_check (sweep, household, result, checked_on, checker, note, clue, version, statement, safeguards)
                                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                                on conflict (sweep, household) do update set result = $3, checked_on = $4, checker = $5, note = $6, clue = $7,
                                  version = $8, statement = $9, safeguards = $10""",
                                e.sweepId(),
                                e.householdId(),
                                e.result().name(),
                                e.checkedOn(),
                                last.envelope().actor().user(),
                                e.note(),
                                e.clueId(),
                                last.envelope().version(),
                                e.incomeStatementId(),
                                e.safeguardCheckId())
                        .replaceWithVoid();
        };
    }
}
