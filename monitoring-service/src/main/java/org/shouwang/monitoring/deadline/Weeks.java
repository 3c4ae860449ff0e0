package org.shouwang.monitoring.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.meeting.IsoWeek;

/** Weeks in which a village owed a judgement meeting: the policy of the week's end wants one, and a household was monitored from before the week to its end. */
@Singleton
class Weeks {

    /** A week without a meeting. */
    record Unmet(String areaCode, IsoWeek week) {}

    /** Whole weeks before {@code date} that are not settled, whatever became of the households since. */
    Uni<List<Unmet>> unmet(StatelessSession session, LocalDate date, int limit) {
        return Sql.rows(session, """
                        with terms as materialized (select area_prefix, version, effective_from, effective_to,
                          (terms::json -> 'monitoring' ->> 'weeklyMeeting')::boolean as weekly from policy)
                        select v.area_code, w.monday::date
                        from (select area_code, min(watched_from) as since from duty_object where watched group by area_code) v
                        cross join lateral generate_series(date_trunc('week', v.since::timestamp) + interval '1 week',
                          date_trunc('week', $1::date::timestamp) - interval '1 week', interval '1 week') w(monday)
                        where not exists (select 1 from duty_meeting d where d.area_code = v.area_code and d.week = to_char(w.monday, 'IYYY-"W"IW'))
                        and exists (select 1 from duty_object o join object_episode e on e.household = o.household and e.episode = o.episode
                          where o.area_code = v.area_code and o.watched and e.type is not null and o.watched_from < w.monday::date
                          and o.from_on <= w.monday::date + 6 and (o.until is null or o.until > w.monday::date + 6))
                        and (select p.weekly from terms p
                          where v.area_code like p.area_prefix || '%' and p.effective_from <= w.monday::date + 6
                          and (p.effective_to is null or p.effective_to >= w.monday::date + 6)
                          order by length(p.area_prefix) desc, p.version desc limit 1)
                        order by v.area_code, w.monday limit $2
                        """, date, limit).map(rows -> rows.stream()
                .map(r -> new Unmet((String) r[0], new IsoWeek((LocalDate) r[1])))
                .toList());
    }
}
