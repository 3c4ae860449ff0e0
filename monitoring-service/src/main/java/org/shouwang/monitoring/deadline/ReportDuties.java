package org.shouwang.monitoring.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.report.MonthlyReportEvent;
import org.shouwang.monitoring.report.MonthlyReportEvent.*;

/** Monthly reports that wait: overdue or sent back for the village, handed in for the town. Those of the last month are expected without an event. */
@Singleton
class ReportDuties extends Duties<MonthlyReportEvent> {

    ReportDuties() {
        super("duty_report");
    }

    @Override
    Level level(String step) {
        return Level.VILLAGE;
    }

    @Override
    Uni<?> apply(StatelessSession session, UUID id, MonthlyReportEvent event, LocalDate on) {
        return switch (event) {
            case MonthlyReportSubmitted e ->
                strikeAll(session, id)
                        .chain(() ->
                                owed(session, id, Duty.REPORT_REVIEW, e.areaCode(), e.month(), null, e.submittedOn()))
                        .chain(() -> Sql.update(
                                session,
                                "update duty_report set level = $2 where until is null and id = $1",
                                id,
                                Level.TOWN.name()));
            case MonthlyReportReturned e ->
                Sql.update(
                        session,
                        "update duty_report set duty = $2, level = $3, since = $4 where until is null and id = $1",
                        id,
                        Duty.MONTHLY_REPORT.name(),
                        Level.VILLAGE.name(),
                        e.on());
            case MonthlyReportAccepted _ -> strikeAll(session, id);
            case MonthlyReportOverdue e ->
                owed(session, id, Duty.MONTHLY_REPORT, e.areaCode(), e.month(), e.dueOn(), on)
                        .chain(() -> overdue(session, id, Duty.MONTHLY_REPORT));
        };
    }

    private Uni<Integer> owed(
            StatelessSession session,
            UUID id,
            Duty duty,
            String areaCode,
            YearMonth month,
            LocalDate dueOn,
            LocalDate since) {
        return enter(session, Entry.of(id, duty, null, areaCode), month.toString(), dueOn, since);
    }
}
