package org.shouwang.monitoring.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.meeting.MeetingPeriod;

/**
 * Weeks and months in which a village owed a judgement meeting: the policy of the period's end wants one of that kind, and a household was monitored
 * from before the period to its end.
 */
@Singleton
class MeetingPeriods {

    /** A week or a month without a meeting. */
    record Unmet(String areaCode, MeetingPeriod period) {}

    /** Whole periods before {@code date} that are not settled, whatever became of the households since. */
    Uni<List<Unmet>> unmet(StatelessSession session, LocalDate date, int limit) {
        return Sql.rows(session, """
                        with terms as materialized (select area_prefix, version, effective_from, effective_to,
                          terms::json -> 'monitoring' ->> 'meetings' as meetings from policy)
                        select v.area_code, w.name
                        from (select area_code, min(watched_from) as since from duty_object where watched group by area_code) v
                        cross join lateral (
                          select 'WEEKLY' as meetings, d::date as first, d::date + 6 as last, to_char(d, 'IYYY-"W"IW') as name
                          from generate_series(date_trunc('week', v.since::timestamp) + interval '1 week',
                            date_trunc('week', $1::date::timestamp) - interval '1 week', interval '1 week') d
                          union all
                          select 'MONTHLY', d::date, (d + interval '1 month' - interval '1 day')::date, to_char(d, 'YYYY-MM')
                          from generate_series(date_trunc('month', v.since::timestamp) + interval '1 month',
                            date_trunc('month', $1::date::timestamp) - interval '1 month', interval '1 month') d) w
                        where not exists (select 1 from duty_meeting s where s.area_code = v.area_code and s.period = w.name)
                        and exists (select 1 from duty_object o join object_episode e on e.household = o.household and e.episode = o.episode
                          where o.area_code = v.area_code and o.watched and e.type is not null and o.watched_from < w.first
                          and o.from_on <= w.last and (o.until is null or o.until > w.last))
                        and (select p.meetings from terms p
                          where v.area_code like p.area_prefix || '%' and p.effective_from <= w.last
                          and (p.effective_to is null or p.effective_to >= w.last)
                          order by length(p.area_prefix) desc, p.version desc limit 1) = w.meetings
                        order by v.area_code, w.first, w.name limit $2
                        """, date, limit).map(rows -> rows.stream()
                .map(r -> new Unmet(
                        (String) r[0], MeetingPeriod.parse((String) r[1]).orElseThrow()))
                .toList());
    }
}
