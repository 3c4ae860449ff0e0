package org.shouwang.monitoring.deadline;

import org.shouwang.monitoring.facts.GridFacts;
import org.shouwang.monitoring.succession.FormerCodes;

/** What a village owes as a whole, as SQL for the work list: scope {@code $1}, day {@code $2}, last day of its month {@code $3}. */
final class VillageDuties {

    /** Beside these queries: the policies of the day, read once. */
    static final String WITH = """
            with recursive terms as materialized (
              select area_prefix, version, terms::json -> 'monitoring' ->> 'meetings' as meetings,
                terms::json -> 'quarterlyReview' as quarterly, (terms::json -> 'monitoring' ->> 'sweepsPerYear')::int as sweeps,
                (terms::json -> 'monitoring' ->> 'sweepsFromMonth')::int as sweeps_from, terms::json -> 'monitoring' -> 'patrol' as patrol,
                terms::json -> 'monitoring' -> 'checklist' as checklist,
                terms::json -> 'deadlines' as deadlines, (terms::json -> 'removal' ->> 'revisitMonths')::int as revisit, effective_from as since
              from policy where effective_from <= $2 and (effective_to is null or effective_to >= $2)),
            terms_before as materialized (
              select area_prefix, version, (terms::json -> 'monitoring' ->> 'reportDay')::int as report_day, terms::json -> 'monitoring' ->> 'reportFrom' as report_from
              from policy where effective_from < date_trunc('month', $2::date)::date
                and (effective_to is null or effective_to >= date_trunc('month', $2::date)::date - 1)),
            village(code) as (
              (select area_code from household_fact where area_code ~>=~ $1
                order by area_code using ~<~ limit 1)
              union all
              select (select f.area_code from household_fact f where f.area_code ~>~ v.code order by f.area_code using ~<~ limit 1)
              from village v where v.code like $1 || '%'),
            HOUSEHOLDS""".replace("HOUSEHOLDS", GridFacts.HOUSEHOLDS);

    private static final String MONITORED = """
            duty_object o join object_episode e on e.household = o.household and e.episode = o.episode and e.type is not null
            where o.watched and o.from_on <= $2 and (o.until is null or o.until > $2)""";

    private static final String IN_FORCE =
            " from terms t where v.code like t.area_prefix || '%' order by length(t.area_prefix) desc, t.version desc limit 1";

    private static final String LAID_OUT = """
            (select grid from grid_group where from_on <= $2 and (until is null or until > $2)
              union select grid from grid_listed where from_on <= $2 and (until is null or until > $2))""";

    /** The meeting of the day's week or month, as the policy wants it, where a household was monitored before it. */
    static final String MEETINGS = """
            select stream_id('meeting/' || v.code || '/' || w.name), w.duty, '', null::uuid, v.code, 'VILLAGE', w.name, w.last, w.first
            from (select o.area_code as code, min(o.watched_from) as since from MONITORED
              and o.area_code like $1 || '%' group by o.area_code) v
            cross join (select 'WEEKLY' as meetings, 'WEEKLY_MEETING' as duty, to_char($2::date, 'IYYY-"W"IW') as name,
                date_trunc('week', $2::date)::date as first, date_trunc('week', $2::date)::date + 6 as last
              union all select 'MONTHLY', 'MONTHLY_MEETING', to_char($2::date, 'YYYY-MM'), date_trunc('month', $2::date)::date, $3::date) w
            where v.since < w.first and (select t.meetings IN_FORCE) = w.meetings
            and not exists (select 1 from duty_meeting d where d.area_code = v.code and d.period = w.name and d.settled_on <= $2)
            """.replace("MONITORED", MONITORED).replace("IN_FORCE", IN_FORCE);

    /** What the policy wants on the village's wall and nobody has shown, or somebody found gone; without a last day. The step: the items, parted by slashes. */
    static final String CHECKLISTS = """
            select stream_id('checklist/' || v.code), 'VILLAGE_CHECKLIST', '', null::uuid, v.code, 'VILLAGE', m.missing, null::date, p.since
            from village v
            cross join lateral (select t.checklist as asked, t.since IN_FORCE) p
            cross join lateral (select string_agg(a.item, '/' order by a.n) as missing
              from json_array_elements_text(p.asked) with ordinality a(item, n)
              where not exists (select 1 from village_checklist c where c.area_code = v.code and c.item = a.item
                and c.shown_on <= $2 and (c.gone_on is null or c.gone_on > $2))) m
            where v.code like $1 || '%' and m.missing is not null
            and exists (select 1 from household_fact h where h.area_code = v.code and (h.ended_on is null or h.ended_on > $2))
            """.replace("IN_FORCE", IN_FORCE);

    /** The quarterly review of the day's month, where the policy names the month. */
    static final String REVIEWS = """
            select stream_id('quarterly/' || v.code || '/' || m.month), 'QUARTERLY_REVIEW', '', null::uuid, v.code, 'VILLAGE', m.month, $3::date,
              date_trunc('month', $2::date)::date
            from (select to_char($2::date, 'YYYY-MM') as month) m
            cross join village v
            cross join lateral (select t.quarterly IN_FORCE) p
            where v.code like $1 || '%'
            and exists (select 1 from json_array_elements_text(p.quarterly -> 'months') n where n::int = extract(month from $2::date))
            and (p.quarterly ->> 'appliesTo' is distinct from 'VILLAGES_WITHOUT_OBJECTS'
              or not exists (select 1 from MONITORED and o.area_code = v.code))
            and not exists (select 1 from quarterly_review q where q.area_code = v.code and q.month = m.month and q.held_on <= $2)
            and not (exists (select 1 from household_former f where f.into_code = v.code) and exists (select 1 from village_line(v.code) l(code)
              join quarterly_review q on q.area_code = l.code and q.month = m.month where q.held_on <= $2 and REVIEWED))
            """.replace("MONITORED", MONITORED)
            .replace("IN_FORCE", IN_FORCE)
            .replace("REVIEWED", FormerCodes.counts("v.code", "l.code", "q.held_on"));

    /** A grid that is laid out, while a household of it is to be reached this month: who is away, in the last month of its term. */
    static final String PATROLS = """
            select stream_id('grid-month/' || h.grid || '/' || m.month), 'GRID_PATROL', '', null::uuid, split_part(h.grid, '-', 1), 'VILLAGE',
              h.grid || '/' || m.month, $3::date, m.first
            from (select to_char($2::date, 'YYYY-MM') as month, date_trunc('month', $2::date)::date as first, extract(month from $2::date)::int as n) m
            cross join lateral (select distinct r.grid from grid_household r
              join (select v.code, (select (t.patrol ->> 'absentMonths')::int IN_FORCE) as term
                from (select distinct area_code as code from grid_household where grid is not null) v) p on p.code = r.area_code
              where p.term is not null and (r.resident or m.n % p.term = 0) and not exists (select 1 from patrol d where d.household = r.household and d.visited_on <= $2
                and d.visited_on >= case when r.resident then m.first
                  else make_date(extract(year from $2::date)::int, (m.n - 1) / p.term * p.term + 1, 1) end)) h
            where exists (select 1 from LAID_OUT g where g.grid = h.grid)
            """.replace("IN_FORCE", IN_FORCE).replace("LAID_OUT", LAID_OUT);

    /** The report of the day's week. */
    static final String GRID_REPORTS = """
            select stream_id('grid-week/' || v.code || '/' || w.week), 'GRID_REPORT', '', null::uuid, split_part(v.code, '-', 1), 'VILLAGE',
              v.code || '/' || w.week, w.monday + 6, w.monday
            from (select date_trunc('week', $2::date)::date as monday, to_char($2::date, 'IYYY-"W"IW') as week) w
            cross join (select grid as code from LAID_OUT g where grid like $1 || '%') v
            where (select (t.patrol ->> 'weeklyReport')::boolean IN_FORCE)
            and not exists (select 1 from grid_week d where d.grid = v.code and d.week = w.week and d.reported_on <= $2)
            """.replace("IN_FORCE", IN_FORCE).replace("LAID_OUT", LAID_OUT);

    /** The report of the month before, until it is handed in; where its day has passed it is on the list of what is late. */
    static final String REPORTS = """
            select m.id, 'MONTHLY_REPORT', '', null::uuid, m.code, 'VILLAGE', m.month, m.first + least(m.report_day, m.days) - 1, m.first
            from (select stream_id('monthly-report/' || v.code || '/' || d.month) as id, v.code, d.*, p.report_day
              from (select to_char($2::date - interval '1 month', 'YYYY-MM') as month, date_trunc('month', $2::date)::date as first,
                extract(day from $3::date)::int as days) d
              cross join village v
              cross join lateral (select t.report_day, t.report_from from terms_before t where v.code like t.area_prefix || '%'
                order by length(t.area_prefix) desc, t.version desc limit 1) p
              where v.code like $1 || '%' and p.report_day is not null and (p.report_from is null or p.report_from <= d.month)) m
            where exists (select 1 from household_fact h where h.area_code = m.code and (h.ended_on is null or h.ended_on > $2))
            and not exists (select 1 from monthly_report r where r.id = m.id and r.first_on <= $2)
            and not (exists (select 1 from household_former f where f.into_code = m.code) and exists (select 1 from village_line(m.code) l(code)
              join monthly_report r on r.area_code = l.code and r.month = m.month where r.first_on <= $2 and REPORTED))
            and village_stood(m.code, m.first - 1)
            and not exists (select 1 from duty_report o where o.id = m.id and o.from_on <= $2 and (o.until is null or o.until > $2))
            """.replace("REPORTED", FormerCodes.counts("m.code", "l.code", "m.first - 1"));

    /** The first sweep of all households, where the policy has a day for it: done by a sweep over the village that ended since the policy began. */
    static final String INITIAL_SWEEPS = """
            select stream_id('initial-sweep/' || v.code || '/' || p.due), 'INITIAL_SWEEP', '', null::uuid, v.code, 'VILLAGE', null, p.due, p.since
            from village v cross join lateral (select (t.deadlines ->> 'initialSweep')::date as due, t.since IN_FORCE) p
            where v.code like $1 || '%' and p.due is not null
            and exists (select 1 from household_fact h where h.area_code = v.code and (h.ended_on is null or h.ended_on > $2))
            and not exists (select 1 from sweep s where v.code like s.scope || '%' and s.finished_on <= $2 and s.to_on >= p.since)
            """.replace("IN_FORCE", IN_FORCE);

    /** Fewer sweeps over the village ended this year than the policy asks for, from its month on; the town begins them. The step: year, ended, asked for. */
    static final String SWEEP_COUNTS = """
            select stream_id('sweeps/' || v.code || '/' || y.year), 'SWEEPS_TOO_FEW', '', null::uuid, v.code, 'TOWN',
              y.year || '/' || s.ended || '/' || p.asked, make_date(y.year, 12, 31), make_date(y.year, p.month, 1)
            from (select extract(year from $2::date)::int as year, extract(month from $2::date)::int as month) y
            cross join village v
            cross join lateral (select t.sweeps as asked, coalesce(t.sweeps_from, 1) as month IN_FORCE) p
            cross join lateral (select count(*) as ended from sweep s where v.code like s.scope || '%'
              and s.finished_on between make_date(y.year, 1, 1) and $2) s
            where v.code like $1 || '%' and y.month >= p.month and s.ended < p.asked
            and exists (select 1 from household_fact h where h.area_code = v.code and (h.ended_on is null or h.ended_on > $2))
            """.replace("IN_FORCE", IN_FORCE);

    private VillageDuties() {}
}
