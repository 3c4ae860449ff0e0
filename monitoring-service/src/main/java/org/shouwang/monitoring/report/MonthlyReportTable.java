package org.shouwang.monitoring.report;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.JsonText;
import org.shouwang.monitoring.report.MonthlyReportEvent.*;

/** One row per village and month. */
@Singleton
class MonthlyReportTable implements Projection<MonthlyReportEvent> {

    @Override
    public List<String> tables() {
        return List.of("monthly_report");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID id, List<Recorded<MonthlyReportEvent>> events) {
        return Projection.each(
                events,
                recorded ->
                        apply(session, id, recorded.event(), recorded.envelope().version()));
    }

    private static Uni<Integer> apply(StatelessSession session, UUID id, MonthlyReportEvent event, long version) {
        return switch (event) {
            case MonthlyReportSubmitted e ->
                Sql.update(
                        session,
                        """
                        insert into monthly_report (id, area_code, month, due_on, state, first_on, submitted_on, submitted_by, late, figures, problems, next_steps, version)
                        values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, $10, $11, $12)
                        on conflict (id) do update set state = $5, first_on = coalesce(monthly_report.first_on, $6), submitted_on = $6, submitted_by = $7, late = $8, figures = $9, problems = $10,
                          next_steps = $11, version = $12""",
                        id,
                        e.areaCode(),
                        e.month().toString(),
                        e.dueOn(),
                        (e.round() == 1 ? ReportState.SUBMITTED : ReportState.RESUBMITTED).name(),
                        e.submittedOn(),
                        e.submittedBy(),
                        e.late(),
                        JsonText.write(e.figures()),
                        e.problems(),
                        e.nextSteps(),
                        version);
            case MonthlyReportAccepted e -> judged(session, id, ReportState.ACCEPTED, e.on(), e.note(), version);
            case MonthlyReportReturned e -> judged(session, id, ReportState.RETURNED, e.on(), e.reason(), version);
            case MonthlyReportOverdue e ->
                Sql.update(
                        session,
                        "insert into monthly_report (id, area_code, month, due_on, state, late, version) values ($1, $2, $3, $4, 'EXPECTED', true, $5)",
                        id,
                        e.areaCode(),
                        e.month().toString(),
                        e.dueOn(),
                        version);
        };
    }

    private static Uni<Integer> judged(
            StatelessSession session, UUID id, ReportState state, LocalDate on, String note, long version) {
        return Sql.update(
                session,
                "update monthly_report set state = $2, judged_on = $3, note = $4, version = $5 where id = $1",
                id,
                state.name(),
                on,
                note,
                version);
    }
}
