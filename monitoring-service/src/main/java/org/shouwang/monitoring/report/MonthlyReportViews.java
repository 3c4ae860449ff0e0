package org.shouwang.monitoring.report;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.monitoring.JsonText;
import org.shouwang.monitoring.policy.Policies;

/** Monthly reports as lists read them, and what one would say that is still to be handed in. */
@Singleton
class MonthlyReportViews {

    /**
     * @param late its last day has passed without it, or had when it was handed in
     * @param figures as handed in; of this moment while it is expected
     * @param note of the town: why it was sent back, or what it said
     * @param version 0: nothing is recorded of it
     */
    record View(
            String areaCode,
            YearMonth month,
            ReportState state,
            String stateZh,
            LocalDate dueOn,
            boolean late,
            LocalDate submittedOn,
            String submittedBy,
            ReportFigures figures,
            String problems,
            String nextSteps,
            LocalDate judgedOn,
            String note,
            long version,
            Written recorded,
            Written changed) {

        private View with(ReportFigures counted) {
            return new View(
                    areaCode,
                    month,
                    state,
                    stateZh,
                    dueOn,
                    late,
                    submittedOn,
                    submittedBy,
                    counted,
                    problems,
                    nextSteps,
                    judgedOn,
                    note,
                    version,
                    recorded,
                    changed);
        }
    }

    /** Where a page goes on. */
    record After(String month, String areaCode) {}

    private static final String COLUMNS =
            "area_code, month, state, due_on, late, submitted_on, submitted_by, figures, problems, next_steps, judged_on, note, version"
                    + Written.columns(
                            "monthly-report",
                            "stream_id('monthly-report/' || monthly_report.area_code || '/' || monthly_report.month)");

    private final Journal journal;
    private final Policies policies;
    private final WorkFigures figures;

    MonthlyReportViews(Journal journal, Policies policies, WorkFigures figures) {
        this.journal = journal;
        this.policies = policies;
        this.figures = figures;
    }

    /** With its figures filled in while it is expected; refuses where the policy of the month asks for none. @param day on which it is late or not */
    Uni<View> of(String areaCode, YearMonth month, LocalDate day) {
        return journal.read(session -> Sql.rows(
                        session,
                        "select " + COLUMNS + " from monthly_report where area_code = $1 and month = $2",
                        areaCode,
                        month.toString())
                .chain(rows -> rows.isEmpty()
                        ? policies.inForce(session, areaCode, month.atEndOfMonth())
                                .map(terms -> expected(
                                        areaCode, month, terms.monitoring().reportDue(month), day))
                        : Uni.createFrom().item(view(rows.getFirst())))
                .chain(view -> view.figures() != null
                        ? Uni.createFrom().item(view)
                        : figures.of(session, areaCode, month).map(view::with)));
    }

    /** The latest month first; those of which nothing is recorded are not among them. @param month, @param state, @param late null: all */
    Uni<List<View>> list(String scope, YearMonth month, ReportState state, Boolean late, After after, int limit) {
        return journal.read(session -> Sql.rows(
                        session,
                        "select " + COLUMNS + """
                                 from monthly_report where area_code like $1 || '%' and ($2::text is null or month = $2::text)
                                and ($3::text is null or state = $3::text) and ($4::boolean is null or late = $4::boolean)
                                and ($5::text is null or (month, area_code) < ($5::text, $6::text))
                                order by month desc, area_code desc limit $7
                                """,
                        scope,
                        month == null ? null : month.toString(),
                        state == null ? null : state.name(),
                        late,
                        after == null ? null : after.month(),
                        after == null ? null : after.areaCode(),
                        limit)
                .map(rows -> rows.stream().map(MonthlyReportViews::view).toList()));
    }

    private static View expected(String areaCode, YearMonth month, LocalDate dueOn, LocalDate day) {
        if (dueOn == null) throw new Refused(MonthlyReportRefusal.REPORT_NOT_OWED);
        return new View(
                areaCode,
                month,
                ReportState.EXPECTED,
                ReportState.EXPECTED.zh(),
                dueOn,
                day.isAfter(dueOn),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                null,
                null);
    }

    private static View view(Object[] r) {
        var state = ReportState.valueOf((String) r[2]);
        return new View(
                (String) r[0],
                YearMonth.parse((String) r[1]),
                state,
                state.zh(),
                (LocalDate) r[3],
                (Boolean) r[4],
                (LocalDate) r[5],
                (String) r[6],
                r[7] == null ? null : JsonText.read((String) r[7], ReportFigures.class),
                (String) r[8],
                (String) r[9],
                (LocalDate) r[10],
                (String) r[11],
                (Long) r[12],
                Written.recorded(r),
                Written.changed(r));
    }
}
