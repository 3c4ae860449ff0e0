package org.shouwang.monitoring.quality;

import org.shouwang.eventsourcing.Worded;
import org.shouwang.monitoring.figures.StockEquation;

/**
 * What rules look at: rows with {@code area_code}, {@code household} (null where a whole village is meant), {@code id}, {@code kind} and
 * {@code stream} of the events that it comes from (null where another service keeps them), and what the predicates read. {@code p} holds what is asked: {@code first} and {@code past}, between which codes of areas lie, {@code day}, {@code months},
 * and the line of each village.
 */
enum Subject implements Worded {
    /** Monitored and helped, with its members, and the measures of its episode or from before any. */
    OBJECT("监测对象", """
            select o.area_code, o.household, o.household::text as id, 'object' as kind, o.household as stream, o.type, o.state, string_to_array(o.risks, ',') as risks,
              (o.included_on + make_interval(months => p.months))::date <= p.day as long_since,
              array(select t ->> 'tag' from jsonb_array_elements(f.tags::jsonb) t) as tags,
              array(select m ->> 'labour' from jsonb_array_elements(f.members::jsonb) m) as labour,
              exists (select from jsonb_array_elements(f.members::jsonb) m where (m ->> 'working')::boolean
                or coalesce((m ->> 'workMonths')::int, 0) > 0 or (m ->> 'workedLastYear')::boolean) as worked,
              exists (select from clue d where d.household = o.household and starts_with(d.risk, '02') and d.received_on <= p.day) as disaster,
              c.unexplained and not c.noted as unexplained, m.planned, m.helped, m.codes, m.items,
              exists (select from object_stretch t where t.household = o.household and t.episode = o.episode and t.risks <> '') as had_risks
            from p join monitored_object o on o.area_code ~>=~ p.first and o.area_code ~<~ p.past
            join household_fact f on f.id = o.household
            left join case_course c on c.case_id = o.case_id
            cross join lateral (select count(*) as planned, count(*) filter (where implemented_on <= p.day) as helped,
                coalesce(array_agg(code), array[]::text[]) as codes, coalesce(array_agg(item), array[]::text[]) as items
              from measure_fact where household = o.household and not cancelled and coalesce(episode, 0) in (0, o.episode)) m
            where o.state in ('ACTIVE', 'REMOVAL_PENDING')
            """),
    /** Its risk is marked as removed by help: with what was collected since and the line of that day. */
    REMOVED("已消除风险户", """
            select o.area_code, o.household, o.household::text as id, 'removal' as kind, o.removal_id as stream, o.included_on, o.removed_on, r.after_removal::jsonb as after_removal,
              coalesce(r.fixed_line, l.amount) as line, m.helped,
              array(select i ->> 'indicator' from jsonb_array_elements(k.items::jsonb) i where i ->> 'result' = 'FAIL') as failed
            from p join monitored_object o on o.area_code ~>=~ p.first and o.area_code ~<~ p.past
            join removal_course r on r.removal_id = o.removal_id
            left join lateral (select amount from monitoring_line where starts_with(o.area_code, prefix)
                and year = extract(year from o.removed_on) and effective_from <= o.removed_on
                order by length(prefix) desc, effective_from desc limit 1) l on true
            left join lateral (select items from safeguard_fact where household = o.household and checked_on <= p.day
              order by checked_on desc, id limit 1) k on true
            cross join lateral (select count(*) as helped from measure_fact where household = o.household and not cancelled
              and coalesce(episode, 0) in (0, o.episode) and implemented_on <= o.removed_on) m
            where o.state = 'REMOVED' and o.method = 'ASSISTED'
            """),
    /** Lifted out of poverty and not monitored, with its latest signed income and the line of its village. */
    LIFTED("未监测的脱贫户", """
            select f.area_code, f.id as household, f.id::text as id, null::text as kind, null::uuid as stream, v.line, v.inclusive,
              case when v.reference then coalesce(i.per_capita_reference, i.per_capita) else i.per_capita end as compared
            from p cross join lateral unnest(p.villages, p.lines, p.inclusive, p.reference) as v (area, line, inclusive, reference)
            join household_fact f on f.area_code = v.area and f.area_code ~>=~ p.first
            cross join lateral (select per_capita, per_capita_reference from income_fact where household = f.id and state in ('SIGNED', 'CONFIRMED')
              order by to_month desc, id limit 1) i
            where f.registered_type = 'LIFTED' and (f.ended_on is null or f.ended_on > p.day) and not exists (
              select from monitored_object o where o.household = f.id and o.state in ('ACTIVE', 'REMOVAL_PENDING'))
            """),
    /** Minutes of the year: of judgement meetings, quarterly reviews, and reviews about one household. */
    MINUTES("会议记录", """
            select j.area_code, null::uuid as household, j.period as id, 'meeting' as kind,
              stream_id('meeting/' || j.area_code || '/' || j.period) as stream, j.minutes::jsonb ->> 'host' as host,
              j.minutes::jsonb ->> 'recorder' as recorder, jsonb_array_length(nullif(j.minutes::jsonb -> 'attendees', 'null')) as present
            from p join judgement_meeting j on j.area_code ~>=~ p.first and j.area_code ~<~ p.past and (j.period between p.week_from and p.week_to or j.period between p.month_from and p.month_to)
            where not j.missed
            union all
            select q.area_code, null, q.month, 'quarterly', stream_id('quarterly/' || q.area_code || '/' || q.month), q.minutes::jsonb ->> 'host', q.minutes::jsonb ->> 'recorder',
              jsonb_array_length(nullif(q.minutes::jsonb -> 'attendees', 'null'))
            from p join quarterly_review q on q.area_code ~>=~ p.first and q.area_code ~<~ p.past and q.held_on between p.year_from and p.day
            union all
            select c.area_code, c.household, c.stream || '/' || c.version, 'case', c.stream, c.host, c.recorder, c.present
            from p join case_meeting c on c.area_code ~>=~ p.first and c.area_code ~<~ p.past and c.held_on between p.year_from and p.day
            union all
            select r.area_code, r.household, r.stream || '/' || r.version, 'removal', r.stream, r.host, r.recorder, r.present
            from p join removal_meeting r on r.area_code ~>=~ p.first and r.area_code ~<~ p.past and r.held_on between p.year_from and p.day
            """),
    /** Each household of the three types that was monitored in a village on the day of its judgement meeting. */
    MEETING("研判会议", """
            select j.area_code, e.household, j.period || '/' || e.household as id, 'meeting' as kind,
              stream_id('meeting/' || j.area_code || '/' || j.period) as stream, strpos(j.items, e.household::text) > 0 as told
            from p join judgement_meeting j on j.area_code ~>=~ p.first and j.area_code ~<~ p.past and (j.period between p.week_from and p.week_to or j.period between p.month_from and p.month_to)
            cross join lateral (select (j.minutes::jsonb ->> 'heldOn')::date as held_on) d
            join duty_object w on w.area_code = j.area_code and w.from_on <= d.held_on and (w.until is null or w.until > d.held_on)
            join object_episode e on e.household = w.household and e.type is not null and e.included_on <= d.held_on
              and (e.ended_on is null or e.ended_on > d.held_on)
            where not j.missed
            """),
    /** The month of the day in each village where what the monitored households count at its end is not what they counted before and what happened. */
    MONTH("月度增减变动", """
            select b.area_code, null::uuid as household, to_char(b.first, 'YYYY-MM') as id, null::text as kind, null::uuid as stream,
              bool_or(b.households <> 0) as households, bool_or(b.persons <> 0) as persons
            from (%s) b group by b.area_code, b.first
            """.formatted(StockEquation.unexplained("""
            select date_trunc('month', p.day)::date as first, (date_trunc('month', p.day) + interval '1 month' - interval '1 day')::date as last
            from p""", "(select p.first from p)", "(select p.past from p)"))),
    QUARTERLY("季度排查", """
            select q.area_code, null::uuid as household, q.month as id, 'quarterly' as kind,
              stream_id('quarterly/' || q.area_code || '/' || q.month) as stream, q.checked, q.without_risk,
              (select coalesce(sum((c ->> 'households')::int), 0) from jsonb_array_elements(q.counts::jsonb) c) as counted
            from p join quarterly_review q on q.area_code ~>=~ p.first and q.area_code ~<~ p.past and q.held_on between p.year_from and p.day
            """),
    CASE("识别申请", """
            select c.*, c.case_id::text as id, 'case' as kind, c.case_id as stream from p join case_course c on c.area_code ~>=~ p.first and c.area_code ~<~ p.past
            """),
    REMOVAL("风险消除", """
            select r.*, r.removal_id::text as id, 'removal' as kind, r.removal_id as stream from p join removal_course r on r.area_code ~>=~ p.first and r.area_code ~<~ p.past
            """);

    private final String zh;
    private final String rows;

    Subject(String zh, String rows) {
        this.zh = zh;
        this.rows = rows;
    }

    @Override
    public String zh() {
        return zh;
    }

    String rows() {
        return rows;
    }
}
