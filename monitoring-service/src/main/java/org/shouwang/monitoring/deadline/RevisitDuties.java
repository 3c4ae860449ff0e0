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
import org.shouwang.monitoring.revisit.RevisitEvent;
import org.shouwang.monitoring.revisit.RevisitEvent.*;

/** Periods after a removal that are settled: visited, or noted as missed. */
@Singleton
class RevisitDuties implements Projection<RevisitEvent> {

    /** Households to be visited in the period of the day, as SQL for the work list: scope {@code $1}, day {@code $2}. */
    static final String OPEN = """
        select o.household, 'REVISIT', '', o.household, o.area_code, 'VILLAGE', to_char(p.first, 'YYYY-MM'),
          (p.first + make_interval(months => p.months) - interval '1 day')::date, p.first
        from duty_object o
        cross join lateral (select t.revisit as months,
            (date_trunc('month', $2::date) - make_interval(months => (extract(month from $2::date)::int - 1) % t.revisit))::date as first
          from (select revisit from terms where o.area_code like area_prefix || '%'
            order by length(area_prefix) desc, version desc limit 1) t where t.revisit is not null) p
        where HELD and not o.watched and o.removed_on is not null and o.removed_on < p.first
        and not exists (select 1 from duty_revisit d
          where d.household = o.household and d.from_month = to_char(p.first, 'YYYY-MM') and d.settled_on <= $2)
        and not exists (select 1 from household_fact f where f.id = o.household and f.ended_on <= $2)
        """;

    /** Whole periods before a day that are not settled, whatever became of the household since: the day {@code $1}, the most rows {@code $2}. */
    static final String MISSED = """
        with terms as materialized (select area_prefix, version, effective_from, effective_to,
          (terms::json -> 'removal' ->> 'revisitMonths')::int as revisit from policy)
        select o.household, o.area_code, o.episode, to_char(p.first, 'YYYY-MM'), to_char(m.last, 'YYYY-MM')
        from duty_object o
        cross join lateral (select month::date as last, (month + interval '1 month' - interval '1 day')::date as over
          from generate_series(date_trunc('month', o.removed_on::timestamp) + interval '1 month',
            date_trunc('month', least($1::date, o.until)::timestamp) - interval '1 month', interval '1 month') month) m
        cross join lateral (select revisit as months from terms where o.area_code like area_prefix || '%'
          and effective_from <= m.over and (effective_to is null or effective_to >= m.over)
          order by length(area_prefix) desc, version desc limit 1) t
        cross join lateral (select (m.last - make_interval(months => t.months - 1))::date as first, t.months) p
        left join household_fact f on f.id = o.household
        where not o.watched and o.removed_on is not null and o.removed_on < p.first and o.from_on <= m.over
        and extract(month from m.last)::int % p.months = 0
        and (f.ended_on is null or f.ended_on > m.over)
        and not exists (select 1 from duty_revisit d where d.household = o.household and d.from_month = to_char(p.first, 'YYYY-MM'))
        order by o.household, m.last limit $2
        """;

    @Override
    public List<String> tables() {
        return List.of("duty_revisit");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID id, List<Recorded<RevisitEvent>> events) {
        return Projection.each(events, recorded -> switch (recorded.event()) {
            case RevisitDone e -> settled(session, e.householdId(), e.from(), recorded);
            case RevisitMissed e -> settled(session, e.householdId(), e.from(), recorded);
        });
    }

    private static Uni<Integer> settled(
            StatelessSession session, UUID household, YearMonth from, Recorded<?> recorded) {
        return Sql.update(
                session, """
                insert into duty_revisit (household, from_month, settled_on) values ($1, $2, $3)
                on conflict (household, from_month) do update set settled_on = least(duty_revisit.settled_on, $3)
                """, household, from.toString(), recorded.envelope().occurredOn());
    }
}
