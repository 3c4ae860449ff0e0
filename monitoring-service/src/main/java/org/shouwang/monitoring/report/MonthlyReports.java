package org.shouwang.monitoring.report;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.monitoring.policy.Policies;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.report.MonthlyReportCommand.*;
import org.shouwang.monitoring.succession.FormerCodes;

/** The monthly reports of all villages, one stream per village and month. */
@Singleton
public class MonthlyReports extends Streams<MonthlyReportCommand, MonthlyReport, MonthlyReportEvent> {

    /** A report as it was handed in. */
    record Call(String areaCode, YearMonth month, LocalDate submittedOn, String problems, String nextSteps) {}

    /** A report that nobody has handed in although its day has passed. */
    public record Unmet(String areaCode, YearMonth month, LocalDate dueOn) {}

    private static final String REPORTED =
            FormerCodes.counts("d.code", "l.code", "((d.first + interval '1 month')::date - 1)");

    private final Journal journal;
    private final Policies policies;
    private final WorkFigures figures;

    MonthlyReports(
            Journal journal,
            @All List<Projection<MonthlyReportEvent>> projections,
            Policies policies,
            WorkFigures figures) {
        super(
                journal,
                "monthly-report",
                new MonthlyReportDecider(),
                new EventCatalog<>(MonthlyReportEvent.class),
                projections);
        this.journal = journal;
        this.policies = policies;
        this.figures = figures;
    }

    public static UUID stream(String areaCode, YearMonth month) {
        return UUID.nameUUIDFromBytes(("monthly-report/" + areaCode + "/" + month).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected String area(MonthlyReport state) {
        return switch (state) {
            case MonthlyReport.Expected _ -> null;
            case MonthlyReport.Overdue s -> s.overdue().areaCode();
            case MonthlyReport s -> s.last().areaCode();
        };
    }

    /** With the figures of this moment. */
    Uni<Outcome> submit(Call call, Cause cause, OptionalLong expected) {
        return under(call.areaCode(), call.month(), cause, expected, (session, terms) -> figures.of(
                        session, call.areaCode(), call.month())
                .map(counted -> new Submit(
                        call.areaCode(),
                        call.month(),
                        terms.monitoring().reportDue(call.month()),
                        call.submittedOn(),
                        cause.actor().user(),
                        counted,
                        call.problems(),
                        call.nextSteps())));
    }

    Uni<Outcome> accept(
            String areaCode, YearMonth month, LocalDate on, String note, Cause cause, OptionalLong expected) {
        return under(areaCode, month, cause, expected, (_, _) -> Uni.createFrom()
                .item(new Accept(on, note, cause.actor().user())));
    }

    Uni<Outcome> sendBack(
            String areaCode, YearMonth month, LocalDate on, String reason, Cause cause, OptionalLong expected) {
        return under(areaCode, month, cause, expected, (_, terms) -> Uni.createFrom()
                .item(new Return(
                        on,
                        reason,
                        terms.review().shortestReason(),
                        cause.actor().user())));
    }

    @FunctionalInterface
    private interface Asking {
        Uni<? extends MonthlyReportCommand> of(StatelessSession session, PolicyTerms terms);
    }

    /** Under the policy of the month's last day. */
    private Uni<Outcome> under(String areaCode, YearMonth month, Cause cause, OptionalLong expected, Asking asking) {
        Function<StatelessSession, Uni<Outcome>> work = session -> policies.inForce(
                        session, areaCode, month.atEndOfMonth())
                .chain(terms -> asking.of(session, terms)
                        .chain(command ->
                                handle(session, stream(areaCode, month), command, cause.under(terms.ref()), expected)));
        return expected.isPresent() ? journal.once(work) : journal.transaction(work);
    }

    /**
     * Villages with households, and months whose last day for the report lies before {@code date}: the last month, and where a village has begun to be
     * held to its reports every month since; only months at whose end the village was there.
     */
    public Uni<List<Unmet>> unmet(StatelessSession session, LocalDate date, int limit) {
        return Sql.rows(session, """
                        with terms as materialized (select area_prefix, version, effective_from, effective_to,
                          (terms::json -> 'monitoring' ->> 'reportDay')::int as day, terms::json -> 'monitoring' ->> 'reportFrom' as since from policy),
                        owed as (
                          select v.code, m.first::date as first, to_char(m.first, 'YYYY-MM') as month, m.first + interval '1 month' as next
                          from (select distinct area_code as code from household_fact where ended_on is null) v
                          cross join lateral generate_series(
                            least((select min((r.month || '-01')::timestamp) from monthly_report r where r.area_code = v.code),
                              date_trunc('month', $1::date::timestamp) - interval '1 month'),
                            date_trunc('month', $1::date::timestamp) - interval '1 month', interval '1 month') m(first)),
                        due as (
                          select o.code, o.first, o.month,
                            o.next::date + least(p.day, extract(day from o.next + interval '1 month' - interval '1 day')::int) - 1 as due_on
                          from owed o cross join lateral (select t.day, t.since from terms t where o.code like t.area_prefix || '%'
                            and t.effective_from < o.next::date and (t.effective_to is null or t.effective_to >= o.next::date - 1)
                            order by length(t.area_prefix) desc, t.version desc limit 1) p
                          where p.day is not null and (p.since is null or p.since <= o.month) and village_stood(o.code, o.next::date - 1))
                        select d.code, d.first, d.due_on from due d where d.due_on < $1
                        and not exists (select 1 from monthly_report r where r.area_code = d.code and r.month = d.month)
                        and not (exists (select 1 from household_former h where h.into_code = d.code) and exists (
                          select 1 from village_line(d.code) l(code) join monthly_report r on r.area_code = l.code and r.month = d.month
                          where r.first_on is not null and REPORTED))
                        order by d.code, d.first limit $2
                        """.replace("REPORTED", REPORTED), date, limit).map(rows -> rows.stream()
                .map(r -> new Unmet((String) r[0], YearMonth.from((LocalDate) r[1]), (LocalDate) r[2]))
                .toList());
    }
}
