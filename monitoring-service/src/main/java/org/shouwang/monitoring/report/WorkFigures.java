package org.shouwang.monitoring.report;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.figures.Months;
import org.shouwang.monitoring.report.ReportFigures.Part;

/** Counts what a village reports of a month, from the read models. */
@Singleton
class WorkFigures {

    /** Village $1, first and last day $2 and $3, month $4. A warning counts as closed where and when it was, whatever became of it since. */
    private static final String WORK = """
            with watched as (
              select household, episode, watched_from from duty_object
              where area_code = $1 and watched and from_on <= $3 and (until is null or until > $3)),
            planned as (select household from watched where watched_from < $2),
            visited as (select household, area_code from monthly_check where month = $4 and not missed)
            select
              (select count(*) from warning where area_code = $1 and stage <> 'CANCELLED' and raised_on between $2 and $3)::int,
              (select count(distinct (c.id, c.since)) from duty_warning c
                where c.area_code = $1 and coalesce(c.step, 'REVISIT') = 'REVISIT' and c.since between $2 and $3
                and not exists (select 1 from duty_warning b
                  where b.id = c.id and b.since = c.since and b.from_on < c.from_on and b.area_code <> c.area_code))::int,
              (select count(*) from duty_warning where area_code = $1 and step <> 'REVISIT' and from_on <= $3 and (until is null or until > $3))::int,
              (select count(*) from measure_fact m join watched w on w.household = m.household
                where not m.cancelled and m.implemented_on between $2 and $3)::int,
              (select count(*) from measure_fact m join watched w on w.household = m.household and w.episode = m.episode
                where not m.cancelled and m.implemented_on <= $3)::int,
              (select count(*) from planned)::int,
              (select count(*) from planned join visited using (household))::int,
              (select count(*) from visited where area_code = $1 and household not in (select household from planned))::int
            """;

    private final Months months;

    WorkFigures(Months months) {
        this.months = months;
    }

    Uni<ReportFigures> of(StatelessSession session, String areaCode, YearMonth month) {
        return months.of(session, areaCode, month).chain(stood -> Sql.rows(
                        session, WORK, areaCode, month.atDay(1), month.atEndOfMonth(), month.toString())
                .map(rows -> figures(stood, rows.getFirst())));
    }

    private static ReportFigures figures(Months.Month stood, Object[] r) {
        var flows = stood.flows();
        return new ReportFigures(
                stood.stock(),
                parts(stood.types()),
                parts(stood.grades()),
                flows.included().plus(flows.reEntered()).plus(flows.typed()),
                flows.removed(),
                (Integer) r[0],
                (Integer) r[1],
                (Integer) r[2],
                (Integer) r[3],
                (Integer) r[4],
                (Integer) r[5],
                (Integer) r[6],
                (Integer) r[7]);
    }

    private static List<Part> parts(List<Months.Part> parts) {
        return parts.stream()
                .map(part -> new Part(part.code(), part.households(), part.persons()))
                .toList();
    }
}
