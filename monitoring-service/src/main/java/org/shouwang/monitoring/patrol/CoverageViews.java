package org.shouwang.monitoring.patrol;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.facts.GridFacts;
import org.shouwang.monitoring.patrol.Coverage.Persons;

/** Whom patrols reached in a month and whom not, counted from the households of a day and the patrols up to it. */
@Singleton
class CoverageViews {

    /** @param lastVisitedOn null: never @param missed its time is over */
    record Unreached(
            UUID householdId,
            String areaCode,
            String gridCode,
            boolean away,
            LocalDate lastVisitedOn,
            boolean missed) {}

    /** Where a page goes on. */
    record After(String areaCode, UUID householdId) {}

    /** A grid at the end of a month. */
    record Standing(int households, int reached, List<UUID> missed, GridMonthEvent.Persons persons) {}

    /** A household of it. @param over its time is */
    private record Home(UUID household, boolean reached, boolean over, long persons) {

        private boolean missed() {
            return !reached && over;
        }
    }

    /**
     * Each household of the area, prefix $1, at the end of the day $2: whether it was reached in the month that begins with $3 or, where it is away,
     * in that month's term, and whether its time is over by then. Where the policy of the day asks for no patrols nothing is ever missed.
     */
    private static final String SEEN = "with " + GridFacts.HOUSEHOLDS + """
            , terms as materialized (
              select area_prefix, version, terms::json -> 'monitoring' -> 'patrol' ->> 'absentMonths' as away_months from policy
              where effective_from <= $2 and (effective_to is null or effective_to >= $2)),
            village as (
              select v.area_code, t.away_months is not null as asked, coalesce(t.away_months::int, 1) as term
              from (select distinct area_code from grid_household) v left join lateral (
                select away_months from terms where v.area_code like area_prefix || '%' order by length(area_prefix) desc, version desc limit 1) t on true),
            owed as (
              select h.*, case when h.resident then $3::date
                  else make_date(extract(year from $3::date)::int, (extract(month from $3::date)::int - 1) / v.term * v.term + 1, 1) end as since,
                v.asked and $2::date = ($3::date + interval '1 month' - interval '1 day')::date
                  and (h.resident or extract(month from $3::date)::int % v.term = 0) as over
              from grid_household h join village v on v.area_code = h.area_code),
            seen as (
              select o.*, exists (select 1 from patrol p where p.household = o.household and p.visited_on between o.since and $2) as reached from owed o)
            """;

    private final Journal journal;

    CoverageViews(Journal journal) {
        this.journal = journal;
    }

    /** By code. @param day of the month, or the month's last */
    Uni<List<Coverage>> of(String scope, YearMonth month, LocalDate day, CoverageLevel level, String after, int limit) {
        return journal.read(session -> Sql.rows(
                        session, SEEN + """
                                select code, count(*), count(*) filter (where not resident), count(*) filter (where reached),
                                  count(*) filter (where over and not reached), coalesce(sum(persons), 0),
                                  coalesce(sum(persons) filter (where not resident), 0), coalesce(sum(persons) filter (where reached), 0),
                                  coalesce(sum(persons) filter (where over and not reached), 0)
                                from (select KEY as code, s.resident, s.reached, s.over, p.persons from seen s
                                  left join household_stretch p on p.household = s.household and p.from_on <= $2
                                  and (p.until is null or p.until > $2)) c
                                where $4::text is null or code > $4::text group by code order by code limit $5
                                """.replace("KEY", level.key()), scope, day, month.atDay(1), after, limit)
                .map(rows -> rows.stream()
                        .map(r -> Coverage.of(
                                (String) r[0],
                                month,
                                day,
                                (Long) r[1],
                                (Long) r[2],
                                (Long) r[3],
                                (Long) r[4],
                                new Persons((Long) r[5], (Long) r[6], (Long) r[7], (Long) r[8])))
                        .toList()));
    }

    /** Whom nobody has reached, by village and household. @param grid null: in every grid and in none */
    Uni<List<Unreached>> unreached(String scope, YearMonth month, LocalDate day, String grid, After after, int limit) {
        return journal.read(session -> Sql.rows(
                        session,
                        SEEN + """
                                select household, area_code, grid, not resident, (select max(visited_on) from patrol p where p.household = s.household
                                  and p.visited_on <= $2), over
                                from seen s where not reached and ($4::text is null or grid = $4::text)
                                and ($5::text is null or (area_code, household) > ($5::text, $6::uuid)) order by area_code, household limit $7
                                """,
                        scope,
                        day,
                        month.atDay(1),
                        grid,
                        after == null ? null : after.areaCode(),
                        after == null ? null : after.householdId(),
                        limit)
                .map(rows -> rows.stream()
                        .map(r -> new Unreached(
                                (UUID) r[0], (String) r[1], (String) r[2], (Boolean) r[3], (LocalDate) r[4], (Boolean)
                                        r[5]))
                        .toList()));
    }

    Uni<Standing> atEnd(StatelessSession session, String grid, String areaCode, YearMonth month) {
        return Sql.rows(session, SEEN + """
                                select s.household, s.reached, s.over, coalesce(p.persons, 0)::bigint from seen s
                                  left join household_stretch p on p.household = s.household and p.from_on <= $2
                                  and (p.until is null or p.until > $2)
                                where s.grid = $4 order by s.household
                                """, areaCode, month.atEndOfMonth(), month.atDay(1), grid)
                .map(rows -> standing(rows.stream()
                        .map(r -> new Home((UUID) r[0], (Boolean) r[1], (Boolean) r[2], (Long) r[3]))
                        .toList()));
    }

    private static Standing standing(List<Home> homes) {
        return new Standing(
                homes.size(),
                (int) homes.stream().filter(Home::reached).count(),
                homes.stream().filter(Home::missed).map(Home::household).toList(),
                new GridMonthEvent.Persons(
                        persons(homes, _ -> true), persons(homes, Home::reached), persons(homes, Home::missed)));
    }

    private static long persons(List<Home> homes, Predicate<Home> which) {
        return homes.stream().filter(which).mapToLong(Home::persons).sum();
    }
}
