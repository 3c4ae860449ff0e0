package org.shouwang.monitoring.calendar;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwang.monitoring.succession.Extent;
import org.shouwang.monitoring.succession.FormerCodes;

/**
 * The calendar as one query: village {@code $1}, first and last day {@code $2} and {@code $3}, as known at the end of {@code $4}. Each part gives duty,
 * id, household, step, last day, day on which it was done, and since when it was to be done; an entry without a last day stands on the day it arose.
 */
final class CalendarSql {

    /** The policy of the village on a day, in place of {@code DAY}. */
    private static final String IN_FORCE = """
             from terms t where t.effective_from <= DAY and (t.effective_to is null or t.effective_to >= DAY)
            order by length(t.area_prefix) desc, t.version desc limit 1""";

    /** A monitored household of the village on a day, in place of {@code DAY}. */
    private static final String MONITORED = """
            duty_object o join object_episode e on e.household = o.household and e.episode = o.episode and e.type is not null
              where o.area_code = $1 and o.watched and o.from_on <= least(DAY, $4) and (o.until is null or o.until > least(DAY, $4))""";

    private static final String TIMES = """
            with terms as materialized (
              select area_prefix, version, effective_from, effective_to, terms::json -> 'monitoring' as monitoring, terms::json -> 'quarterlyReview' as quarterly,
                terms::json -> 'deadlines' as deadlines, terms::json -> 'removal' as removal
              from policy where $1 like area_prefix || '%'),
            month as (
              select d::date as first, (d + interval '1 month' - interval '1 day')::date as last, to_char(d, 'YYYY-MM') as name
              from generate_series(date_trunc('month', $2::date::timestamp), $3::date::timestamp, interval '1 month') d
              where (d + interval '1 month' - interval '1 day')::date between $2 and $3),
            week as (
              select d::date as monday, d::date + 6 as sunday, to_char(d, 'IYYY-"W"IW') as name
              from generate_series(date_trunc('week', $2::date::timestamp), $3::date::timestamp, interval '1 week') d where d::date + 6 between $2 and $3),
            grid as (
              select grid, min(from_on) as since from (select grid, from_on from grid_group union all select grid, from_on from grid_listed) g
              where grid like $1 || '-%' group by grid)
            """;

    private static final String HOUSEHOLDS = """
            select 'MONTHLY_CHECK' as duty, o.household as id, o.household, m.name as step, m.last as due_on, c.visited_on as done_on, m.first as since
            from month m join duty_object o on o.area_code = $1 and o.watched and o.watched_from < m.first
              and o.from_on <= least(m.last, $4) and (o.until is null or o.until > least(m.last, $4))
            left join monthly_check c on c.household = o.household and c.month = m.name and not c.missed
            where not exists (select 1 from household_fact f where f.id = o.household and f.ended_on <= m.last)
            union all select 'REVISIT', o.household, o.household, to_char(p.first, 'YYYY-MM'), m.last, r.visited_on, p.first
              from month m cross join lateral (select (t.removal ->> 'revisitMonths')::int as months MONTH_POLICY) y
              cross join lateral (select (m.first - make_interval(months => y.months - 1))::date as first) p
              join duty_object o on o.area_code = $1 and not o.watched and o.removed_on < p.first
                and o.from_on <= least(m.last, $4) and (o.until is null or o.until > least(m.last, $4))
              left join revisit r on r.household = o.household and r.from_month = to_char(p.first, 'YYYY-MM') and not r.missed
              where extract(month from m.last)::int % y.months = 0
              and not exists (select 1 from household_fact f where f.id = o.household and f.ended_on <= m.last)
            union all select 'WARNING', id, household, item, due_on, closed_on, raised_on from warning where area_code = $1 and stage <> 'CANCELLED' and raised_on <= $4
            union all select 'CLUE_ANSWER', id, household, null, due_on, answered_on, received_on from clue where area_code = $1 and received_on <= $4
            union all select 'IDENTIFICATION', id, household, null, due_on, decided_on, clue_on from case_file c where area_code = $1 and clue_on <= $4
              and (decided_on is not null or exists (select 1 from duty_case d where d.id = c.id and d.duty = 'IDENTIFICATION' and d.until is null))
            union all select 'NATURAL_REMOVAL', o.household, o.household, null, null, (select greatest(r.proposed_on, f.ended_on) from removal r
                where r.household = o.household and r.episode = o.episode and r.proposed_on <= $4 and not (r.state = 'REJECTED' and r.last_on <= $4)
                and not (r.state = 'MARKED' and r.last_on < f.ended_on) order by r.proposed_on desc limit 1), f.ended_on
              from household_fact f join lateral (select d.household, d.episode from duty_object d where d.household = f.id and d.area_code = $1 and d.watched
                and d.from_on <= $4 and (d.until is null or d.until > f.ended_on) order by d.from_on desc limit 1) o on true
              where f.area_code = $1 and f.ended_on <= $4
            union all select 'PUBLICITY', stream, household, null, ends_on, case when ends_on < $4 then ends_on end, posted_on from case_notice
              where area_code = $1 and posted_on <= $4
            union all select 'REMOVAL_PUBLICITY', stream, household, null, ends_on, case when ends_on < $4 then ends_on end, posted_on from removal_notice
              where area_code = $1 and posted_on <= $4
            union all select 'HOUSEHOLD_REQUEST', id, household, dept, null, closed_on, asked_on from household_request where area_code = $1 and asked_on <= $4
            union all select 'NATIONAL_ENTRY', e.household, e.household, null, null, e.entered_on, e.included_on
              from object_episode e where e.area_code = $1 and e.type is not null and not e.voided and e.included_on <= $4
              and not exists (select 1 from duty_entry d where d.household = e.household and d.since >= e.included_on
                and (e.ended_on is null or d.since <= e.ended_on))
            union all select e.duty, e.id, e.household, null, case when p.due >= e.since then p.due end, e.done_on, e.since
              from (select distinct on (duty, id, since) duty, id, household, step, done_on, since from duty_entry
                where area_code = $1 and (duty, step) in (('NATIONAL_ENTRY', 'ENTER'), ('BIG_DATA_IMPORT', 'IMPORT'))
                and from_on <= $4 and (until is null or until > $4 or done_on <= $4) order by duty, id, since, done_on nulls first) e
              left join lateral (select (t.deadlines ->> case e.step when 'ENTER' then 'redEntry' else 'ledgers' end)::date as due SINCE_POLICY) p on true
              where not exists (select 1 from object_episode o where o.household = e.household and o.voided
                and o.included_on <= e.since and e.since < o.ended_on)
            """.replace("SINCE_POLICY", IN_FORCE.replace("DAY", "e.since"))
            .replace("MONTH_POLICY", IN_FORCE.replace("DAY", "m.last"));

    /** What keeps the day on which it was done. The posting of a removal's notice is a step, the days it hangs are told by the notice. */
    private static final String KEPT = """
            union all select duty, id, household, what, due_on, done_on, since from (
              select distinct on (duty, id, what, coalesce(due_on, since)) duty, id, household, what, due_on, done_on, since
              from (select duty, id, household, coalesce(nullif(part, ''), step) as what, due_on, done_on, since, from_on, until from duty_case
                  where area_code = $1 and duty in ('CASE_STEP_LIMIT', 'CASE_OBJECTION', 'WATCH_LIST')
                union all select duty, id, household, coalesce(nullif(part, ''), step), due_on, done_on, since, from_on, until from duty_removal
                  where area_code = $1 and (duty = 'REMOVAL_OBJECTION' or duty = 'REMOVAL_STEP' and (step <> 'PUBLICITY' or due_on is null))
                union all select 'MOBILISATION_TASK', id, household, part, due_on, done_on, since, from_on, until from duty_mobilisation where area_code = $1) d
              where from_on <= $4 and (until is null or until > $4 or done_on <= $4)
              order by duty, id, what, coalesce(due_on, since), done_on nulls first) kept
            """;

    private static final String VILLAGE = """
            union all select 'WEEKLY_MEETING', stream_id('meeting/' || $1 || '/' || w.name), null, w.name, w.sunday, (j.minutes::json ->> 'heldOn')::date, w.monday
            from week w left join judgement_meeting j on j.area_code = $1 and j.period = w.name and not j.missed
            where j.period is not null or (select t.monitoring ->> 'meetings' WEEK_POLICY) = 'WEEKLY'
              and exists (select 1 from WEEK_MONITORED and o.watched_from < w.monday)
            union all select 'MONTHLY_MEETING', stream_id('meeting/' || $1 || '/' || m.name), null, m.name, m.last, (j.minutes::json ->> 'heldOn')::date, m.first
            from month m left join judgement_meeting j on j.area_code = $1 and j.period = m.name and not j.missed
            where j.period is not null or (select t.monitoring ->> 'meetings' MONTH_POLICY) = 'MONTHLY'
              and exists (select 1 from MONTH_MONITORED and o.watched_from < m.first)
            union all select 'QUARTERLY_REVIEW', stream_id('quarterly/' || coalesce(q.area_code, $1) || '/' || m.name), null, m.name, m.last, q.held_on, m.first
            from month m left join lateral (select d.area_code, d.month, d.held_on from village_line($1) l(code)
              join quarterly_review d on d.area_code = l.code and d.month = m.name where REVIEWED order by l.code <> $1, d.held_on limit 1) q on true
            left join lateral (select t.quarterly MONTH_POLICY) p on true
            where q.month is not null or exists (select 1 from json_array_elements_text(p.quarterly -> 'months') n where n::int = extract(month from m.first))
              and (p.quarterly ->> 'appliesTo' is distinct from 'VILLAGES_WITHOUT_OBJECTS' or not exists (select 1 from MONTH_MONITORED))
              and exists (select 1 from household_fact f where f.area_code = $1 and (f.ended_on is null or f.ended_on > m.last)) and village_stood($1, m.last)
            union all select 'MONTHLY_REPORT', stream_id('monthly-report/' || coalesce(d.area_code, $1) || '/' || r.name), null, r.name, r.due_on, d.first_on, r.next
            from (select to_char(m.first, 'YYYY-MM') as name, m.last, m.last + 1 as next,
                m.last + least(p.day, extract(day from m.last + 1 + interval '1 month' - interval '1 day')::int) as due_on, p.since
              from (select d::date as first, (d + interval '1 month' - interval '1 day')::date as last from generate_series(
                date_trunc('month', $2::date::timestamp) - interval '1 month', $3::date::timestamp, interval '1 month') d) m
              cross join lateral (select (t.monitoring ->> 'reportDay')::int as day, t.monitoring ->> 'reportFrom' as since MONTH_POLICY) p
              where p.day is not null) r
            left join lateral (select h.area_code, h.first_on from village_line($1) l(code) join monthly_report h on h.area_code = l.code and h.month = r.name
              where (l.code = $1 or h.first_on is not null) and REPORTED order by h.first_on is null, l.code <> $1 limit 1) d on true
            where (r.since is null or r.since <= r.name) and exists (select 1 from household_fact f where f.area_code = $1 and (f.ended_on is null or f.ended_on > r.last))
              and (d.first_on is not null or village_stood($1, r.last))
            union all select 'INITIAL_SWEEP', stream_id('initial-sweep/' || $1 || '/' || p.due), null, null, p.due, s.finished_on, p.since
            from (select distinct (deadlines ->> 'initialSweep')::date as due from terms) d
            cross join lateral (select (t.deadlines ->> 'initialSweep')::date as due, t.effective_from as since, t.effective_to as last SWEEP_POLICY) p
            left join lateral (select min(finished_on) as finished_on from sweep where $1 like scope || '%' and to_on >= p.since
              and (p.last is null or from_on <= p.last)) s on true
            where p.due = d.due and exists (select 1 from household_fact f where f.area_code = $1 and (f.ended_on is null or f.ended_on > p.due))
            union all select 'SWEEPS_TOO_FEW', stream_id('sweeps/' || $1 || '/' || y.name), null, y.name, y.last, s.enough_on, make_date(y.name::int, coalesce(p.month, 1), 1)
            from (select extract(year from d)::int::text as name, (d + interval '1 year' - interval '1 day')::date as last
              from generate_series(date_trunc('year', $2::date::timestamp), $3::date::timestamp, interval '1 year') d) y
            cross join lateral (select (t.monitoring ->> 'sweepsPerYear')::int as asked, (t.monitoring ->> 'sweepsFromMonth')::int as month YEAR_POLICY) p
            left join lateral (select finished_on as enough_on from sweep where $1 like scope || '%' and finished_on between make_date(y.name::int, 1, 1) and y.last
              order by finished_on offset greatest(p.asked - 1, 0) limit 1) s on true
            where p.asked > 0 and exists (select 1 from household_fact f where f.area_code = $1 and (f.ended_on is null or f.ended_on > y.last))
            union all select 'VILLAGE_CHECKLIST', stream_id('checklist/' || $1), null, c.missing, null::date, case when c.missing is null then c.last end, p.since
            from (select t.monitoring -> 'checklist' as asked, t.effective_from as since KNOWN_POLICY) p
            cross join lateral (select string_agg(a.item, '/' order by a.n) filter (where s.shown_on is null) as missing, max(s.shown_on) as last
              from json_array_elements_text(p.asked) with ordinality a(item, n)
              left join village_checklist s on s.area_code = $1 and s.item = a.item and s.shown_on <= $4 and (s.gone_on is null or s.gone_on > $4)) c
            where (c.missing is not null or c.last is not null) and exists (select 1 from household_fact f where f.area_code = $1 and (f.ended_on is null or f.ended_on > $4))
            union all select 'SWEEP', id, null, null, to_on, finished_on, from_on from sweep where $1 like scope || '%'
            union all select 'TOPIC_SWEEP', id, null, null, to_on, closed_on, from_on from topic_sweep where $1 like prefix || '%'
            union all select 'GRID_PATROL', stream_id('grid-month/' || g.grid || '/' || m.name), null, g.grid || '/' || m.name, m.last,
              case when c.missed = '[]' then m.last end, m.first
            from grid g join month m on g.since < m.first left join grid_month c on c.grid = g.grid and c.month = m.name
            where (select t.monitoring ->> 'patrol' MONTH_POLICY) is not null
            union all select 'GRID_REPORT', stream_id('grid-week/' || g.grid || '/' || w.name), null, g.grid || '/' || w.name, w.sunday, d.reported_on, w.monday
            from grid g join week w on g.since <= w.sunday left join grid_week d on d.grid = g.grid and d.week = w.name
            where d.week is not null or (select (t.monitoring -> 'patrol' ->> 'weeklyReport')::boolean WEEK_POLICY)
            """.replace("REVIEWED", FormerCodes.counts("$1", "l.code", "d.held_on"))
            .replace("REPORTED", FormerCodes.counts("$1", "l.code", "r.last"))
            .replace("KNOWN_POLICY", IN_FORCE.replace("DAY", "$4"))
            .replace("YEAR_POLICY", IN_FORCE.replace("DAY", "y.last"))
            .replace("SWEEP_POLICY", IN_FORCE.replace("DAY", "d.due"))
            .replace("WEEK_POLICY", IN_FORCE.replace("DAY", "w.sunday"))
            .replace("MONTH_POLICY", IN_FORCE.replace("DAY", "m.last"))
            .replace("WEEK_MONITORED", MONITORED.replace("DAY", "w.sunday"))
            .replace("MONTH_MONITORED", MONITORED.replace("DAY", "m.last"));

    /** Parameters besides: duty {@code $5} or null, the day, key and id {@code $6} to {@code $8} that a page goes on behind or null, and its size {@code $9}. */
    static final String ENTRIES = entries(HOUSEHOLDS + KEPT);

    private static final Pattern VILLAGE_OF = Pattern.compile("(\\w\\.)?area_code = \\$1");

    private CalendarSql() {}

    /** {@link #ENTRIES}, with what the households owe that were kept under the code of the village before. */
    static String entries(Extent extent) {
        return extent.former()
                ? entries(VILLAGE_OF
                        .matcher(HOUSEHOLDS + KEPT)
                        .replaceAll(found -> Matcher.quoteReplacement(where(extent, found.group(1)))))
                : ENTRIES;
    }

    /** The facts of a household bear its id as their own. */
    private static String where(Extent extent, String alias) {
        return extent.where(alias == null ? "" : alias, "f.".equals(alias) ? "id" : "household");
    }

    private static String entries(String households) {
        return TIMES + """
            select duty, id, household, step, on_day, due_on, done_on, since
            from (select duty, id, household, step, coalesce(due_on, since) as on_day, due_on, case when done_on <= $4 then done_on end as done_on, since,
              duty || '/' || coalesce(step, '') as key from (PARTS) part) entry
            where on_day between $2 and $3 and ($5::text is null or duty = $5::text)
            and ($6::date is null or (on_day, key, id) > ($6::date, $7::text, $8::uuid)) order by on_day, key, id limit $9
            """.replace("PARTS", households + VILLAGE);
    }
}
