package org.shouwang.monitoring.check;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.JsonText;
import org.shouwang.monitoring.check.CheckEvent.*;

/** One row per household and month (months as yyyy-MM), as it was corrected last. */
@Singleton
class CheckTable implements Projection<CheckEvent> {

    @Override
    public List<String> tables() {
        return List.of("monthly_check");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID id, List<Recorded<CheckEvent>> events) {
        return Projection.each(events, recorded -> apply(session, recorded.event(), recorded.envelope()));
    }

    private static Uni<Integer> apply(StatelessSession session, CheckEvent event, Envelope envelope) {
        return switch (event) {
            case MonthlyMonitoringDone e -> done(session, e, envelope);
            case MonthlyMonitoringCorrected e -> done(session, e.done(), envelope);
            case MonthlyMonitoringMissed e ->
                Sql.update(
                        session,
                        """
                        insert into monthly_check (household, month, area_code, episode, missed, wanting, new_risks, version, event_id)
                        values ($1, $2, $3, $4, true, '', '', $5, $6)
                        """,
                        e.householdId(),
                        e.month().toString(),
                        e.areaCode(),
                        e.episode(),
                        envelope.version(),
                        envelope.id());
        };
    }

    private static Uni<Integer> done(StatelessSession session, MonthlyMonitoringDone e, Envelope envelope) {
        return Sql.update(
                session,
                """
                insert into monthly_check (household, month, area_code, episode, missed, visited_on, visitor, method, wanting, income,
                  new_risks, employment, note, version, event_id, work, living, items, absence, reached, signed, documents, solved,
                  left_out)
                values ($1, $2, $3, $4, false, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
                on conflict (household, month) do update set missed = false, visited_on = $5, visitor = $6, method = $7, wanting = $8,
                  income = $9, new_risks = $10, employment = $11, note = $12, version = $13, event_id = $14, work = $15, living = $16,
                  items = $17, absence = $18, reached = $19, signed = $20, documents = $21, solved = $22, left_out = $23
                """,
                e.householdId(),
                e.month().toString(),
                e.areaCode(),
                e.episode(),
                e.visitedOn(),
                e.visitor(),
                e.method().name(),
                e.wanting().stream().map(Enum::name).collect(Collectors.joining(",")),
                e.income() == null ? null : e.income().name(),
                String.join(",", e.newRisks()),
                e.employment(),
                e.note(),
                envelope.version(),
                envelope.id(),
                e.work() == null ? null : e.work().name(),
                e.living() == null ? null : e.living().name(),
                JsonText.write(e.items()),
                e.absence(),
                e.reached(),
                e.householderSigned(),
                JsonText.write(e.documents()),
                e.solved() == null ? null : e.solved().stream().map(Enum::name).collect(Collectors.joining(",")),
                String.join(",", e.leftOut()));
    }
}
