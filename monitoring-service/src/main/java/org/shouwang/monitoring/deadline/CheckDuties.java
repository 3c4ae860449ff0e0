package org.shouwang.monitoring.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.check.CheckEvent;
import org.shouwang.monitoring.check.CheckEvent.*;

/** Months of monitoring that are settled: visited, or noted as missed. */
@Singleton
class CheckDuties implements Projection<CheckEvent> {

    @Override
    public List<String> tables() {
        return List.of("duty_check");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID id, List<Recorded<CheckEvent>> events) {
        return Projection.each(events, recorded -> switch (recorded.event()) {
            case MonthlyMonitoringDone e -> settled(session, e.householdId(), e.month(), recorded);
            case MonthlyMonitoringCorrected e ->
                settled(session, e.done().householdId(), e.done().month(), recorded);
            case MonthlyMonitoringMissed e -> settled(session, e.householdId(), e.month(), recorded);
        });
    }

    private static Uni<Integer> settled(
            StatelessSession session, UUID household, YearMonth month, Recorded<?> recorded) {
        return Sql.update(
                session,
                "insert into duty_check (household, month, settled_on) values ($1, $2, $3) on conflict do nothing",
                household,
                month.toString(),
                recorded.envelope().occurredOn());
    }
}
