package org.shouwang.monitoring.deadline;

/** What a village owes as a whole, as SQL for the work list: scope {@code $1}, day {@code $2}, last day of its month {@code $3}. */
final class VillageDuties {

    /** Beside these queries: the policies of the day, read once. */
    static final String WITH = """
            with recursive terms as materialized (
              select area_prefix, version, (terms::json -> 'monitoring' ->> 'weeklyMeeting')::boolean as weekly,
                terms::json -> 'quarterlyReview' as quarterly
              from policy where effective_from <= $2 and (effective_to is null or effective_to >= $2)),
            village(code) as (
              (select area_code from household_fact where area_code ~>=~ $1
                and exists (select 1 from terms t, json_array_elements_text(t.quarterly -> 'months') n where n::int = extract(month from $2::date))
                order by area_code using ~<~ limit 1)
              union all
              select (select f.area_code from household_fact f where f.area_code ~>~ v.code order by f.area_code using ~<~ limit 1)
              from village v where v.code like $1 || '%')
            """;

    private static final String MONITORED = """
            duty_object o join object_episode e on e.household = o.household and e.episode = o.episode and e.type is not null
            where o.watched and o.from_on <= $2 and (o.until is null or o.until > $2)""";

    private static final String IN_FORCE =
            " from terms t where v.code like t.area_prefix || '%' order by length(t.area_prefix) desc, t.version desc limit 1";

    /** The meeting of the day's week, where a household was monitored before the week. */
    static final String MEETINGS = """
            select stream_id('meeting/' || v.code || '/' || w.week), 'WEEKLY_MEETING', '', null::uuid, v.code, 'VILLAGE', w.week, w.monday + 6, w.monday
            from (select date_trunc('week', $2::date)::date as monday, to_char($2::date, 'IYYY-"W"IW') as week) w
            cross join lateral (select distinct o.area_code as code from MONITORED
              and o.area_code like $1 || '%' and o.watched_from < w.monday) v
            where (select t.weekly IN_FORCE)
            and not exists (select 1 from duty_meeting d where d.area_code = v.code and d.week = w.week and d.settled_on <= $2)
            """.replace("MONITORED", MONITORED).replace("IN_FORCE", IN_FORCE);

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
            """.replace("MONITORED", MONITORED).replace("IN_FORCE", IN_FORCE);

    private VillageDuties() {}
}
