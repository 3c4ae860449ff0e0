package org.shouwang.monitoring.patrol;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.monitoring.JsonText;
import org.shouwang.monitoring.check.CheckMethod;
import org.shouwang.monitoring.meeting.IsoWeek;
import org.shouwang.monitoring.succession.Extent;

/** Patrols and weekly reports of grids as lists read them. */
@Singleton
class PatrolViews {

    /** @param eventId of what counts, for a correction to name */
    record View(
            UUID id,
            UUID householdId,
            String areaCode,
            String gridCode,
            LocalDate visitedOn,
            String visitor,
            CheckMethod method,
            List<PatrolFinding> findings,
            UUID clueId,
            long version,
            UUID eventId,
            Written recorded,
            Written changed) {}

    /** @param own what the caller reaches @param gridCode null: every grid @param householdId null: every household @param first and @param last day, inclusive */
    record Filter(String scope, String own, String gridCode, UUID householdId, LocalDate first, LocalDate last) {}

    /** @param normal null: nobody has reported @param reportedOn null likewise */
    record Week(
            String areaCode,
            String gridCode,
            String week,
            Boolean normal,
            String note,
            String reporter,
            LocalDate reportedOn,
            long version,
            Written recorded,
            Written changed) {}

    /** A month of a grid as it stood when it was over. @param missed households that nobody had reached @param persons null where they were not counted then */
    record Closed(
            String areaCode,
            String gridCode,
            YearMonth month,
            int households,
            int reached,
            List<UUID> missed,
            GridMonthEvent.Persons persons,
            long version,
            Written recorded,
            Written changed) {}

    /** Where a page of closed months goes on. */
    record After(String month, String gridCode) {}

    private static final String COLUMNS =
            "id, household, area_code, grid, visited_on, visitor, method, findings, clue, version, event_id"
                    + Written.columns("patrol", "patrol.id");

    private static final String WEEK =
            Written.columns("grid-week", "stream_id('grid-week/' || w.grid || '/' || w.week)");

    private static final String MONTH =
            Written.columns("grid-month", "stream_id('grid-month/' || grid_month.grid || '/' || grid_month.month)");

    private final Journal journal;

    PatrolViews(Journal journal) {
        this.journal = journal;
    }

    Uni<Optional<View>> find(UUID id, String scope) {
        return journal.read(session -> Sql.rows(
                        session,
                        "select " + COLUMNS + " from patrol where id = $2 and " + Extent.here("patrol."),
                        scope,
                        id)
                .map(rows -> rows.stream().findFirst().map(PatrolViews::view)));
    }

    /** The latest first. @param after id of the last one of the page before; null: from the start */
    Uni<List<View>> list(Filter filter, UUID after, int limit) {
        return journal.read(session -> Extent.of(session, filter.scope(), filter.own())
                .chain(extent -> Sql.rows(
                        session,
                        "select " + COLUMNS + " from patrol where " + extent.recorded("patrol.") + """
                                 and ($2::text is null or grid = $2::text)
                                and ($3::uuid is null or household = $3::uuid) and visited_on between $4 and $5
                                and ($6::uuid is null or (visited_on, id) < (select visited_on, id from patrol where id = $6::uuid))
                                order by visited_on desc, id desc limit $7
                                """,
                        filter.scope(),
                        filter.gridCode(),
                        filter.householdId(),
                        filter.first(),
                        filter.last(),
                        after,
                        limit))
                .map(rows -> rows.stream().map(PatrolViews::view).toList()));
    }

    /** Patrols of a grid in a week that came across a risk. */
    Uni<Integer> risks(StatelessSession session, String grid, IsoWeek week) {
        return Sql.rows(
                        session,
                        "select count(*)::int from patrol where grid = $1 and area_code = split_part($1, '-', 1) and clue is not null and visited_on between $2 and $3",
                        grid,
                        week.monday(),
                        week.sunday())
                .map(rows -> (Integer) rows.getFirst()[0]);
    }

    /** Every grid that was laid out by the end of the week, by code. @param missing only those that have not reported */
    Uni<List<Week>> weeks(String scope, IsoWeek week, boolean missing, String after, int limit) {
        return journal.read(session -> Sql.rows(
                        session, """
                        select split_part(g.grid, '-', 1), g.grid, $2::text, w.normal, w.note, w.reporter, w.reported_on, coalesce(w.version, 0)""" + WEEK + """
                        from (select grid from grid_group where from_on <= $3 union select grid from grid_listed where from_on <= $3) g
                        left join grid_week w on w.grid = g.grid and w.week = $2
                        where g.grid like $1 || '%' and (not $4::boolean or w.grid is null) and ($5::text is null or g.grid > $5::text)
                        order by g.grid limit $6
                        """, scope, week.toString(), week.sunday(), missing, after, limit)
                .map(rows -> rows.stream()
                        .map(r -> new Week(
                                (String) r[0],
                                (String) r[1],
                                (String) r[2],
                                (Boolean) r[3],
                                (String) r[4],
                                (String) r[5],
                                (LocalDate) r[6],
                                (Long) r[7],
                                Written.recorded(r),
                                Written.changed(r)))
                        .toList()));
    }

    /** The latest month first. @param month null: all @param after null: from the start */
    Uni<List<Closed>> closed(String scope, YearMonth month, After after, int limit) {
        return journal.read(session -> Sql.rows(
                        session,
                        "select area_code, grid, month, households, reached, missed, version, persons, reached_persons, missed_persons"
                                + MONTH + """
                         from grid_month
                        where area_code like $1 || '%' and ($2::text is null or month = $2::text)
                        and ($3::text is null or (month, grid) < ($3::text, $4::text)) order by month desc, grid desc limit $5
                        """,
                        scope,
                        month == null ? null : month.toString(),
                        after == null ? null : after.month(),
                        after == null ? null : after.gridCode(),
                        limit)
                .map(rows -> rows.stream()
                        .map(r -> new Closed(
                                (String) r[0],
                                (String) r[1],
                                YearMonth.parse((String) r[2]),
                                (Integer) r[3],
                                (Integer) r[4],
                                JsonText.list((String) r[5], UUID.class),
                                r[7] == null ? null : new GridMonthEvent.Persons((Long) r[7], (Long) r[8], (Long) r[9]),
                                (Long) r[6],
                                Written.recorded(r),
                                Written.changed(r)))
                        .toList()));
    }

    private static View view(Object[] r) {
        return new View(
                (UUID) r[0],
                (UUID) r[1],
                (String) r[2],
                (String) r[3],
                (LocalDate) r[4],
                (String) r[5],
                CheckMethod.valueOf((String) r[6]),
                JsonText.list((String) r[7], PatrolFinding.class),
                (UUID) r[8],
                (Long) r[9],
                (UUID) r[10],
                Written.recorded(r),
                Written.changed(r));
    }
}
