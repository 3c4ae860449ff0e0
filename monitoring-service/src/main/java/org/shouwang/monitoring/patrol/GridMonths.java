package org.shouwang.monitoring.patrol;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.monitoring.patrol.GridMonthCommand.Close;

/** The months of all grids, one stream per grid and month. */
@Singleton
public class GridMonths extends Streams<GridMonthCommand, GridMonth, GridMonthEvent> {

    /** A month of a grid that is over and not closed. */
    public record Over(String gridCode, YearMonth month) {

        public UUID stream() {
            return UUID.nameUUIDFromBytes(("grid-month/" + gridCode + "/" + month).getBytes(StandardCharsets.UTF_8));
        }

        public String areaCode() {
            return gridCode.substring(0, gridCode.indexOf('-'));
        }
    }

    private final CoverageViews coverage;

    GridMonths(Journal journal, @All List<Projection<GridMonthEvent>> projections, CoverageViews coverage) {
        super(journal, "grid-month", new GridMonthDecider(), new EventCatalog<>(GridMonthEvent.class), projections);
        this.coverage = coverage;
    }

    @Override
    protected String area(GridMonth state) {
        return state.closed() == null ? null : state.closed().areaCode();
    }

    /**
     * Months before {@code date} that are not closed, where the policy of their end asks for patrols: the last one and, from the grid's first patrol or
     * first closed month, every one since, but none in which the grid was only laid out.
     */
    public Uni<List<Over>> over(StatelessSession session, LocalDate date, int limit) {
        return Sql.rows(session, """
                        with terms as materialized (select area_prefix, version, effective_from, effective_to,
                          terms::json -> 'monitoring' ->> 'patrol' as patrol from policy)
                        select g.grid, m::date
                        from (select grid, min(from_on) as since from (select grid, from_on from grid_group union all select grid, from_on from grid_listed) l
                          group by grid) g
                        cross join lateral generate_series(
                          greatest(date_trunc('month', g.since::timestamp) + interval '1 month',
                            least((select min((c.month || '-01')::timestamp) from grid_month c where c.grid = g.grid),
                              (select date_trunc('month', min(p.visited_on)::timestamp) from patrol p where p.grid = g.grid),
                              date_trunc('month', $1::date::timestamp) - interval '1 month')),
                          date_trunc('month', $1::date::timestamp) - interval '1 month', interval '1 month') m
                        where not exists (select 1 from grid_month c where c.grid = g.grid and c.month = to_char(m, 'YYYY-MM'))
                        and (select p.patrol from terms p where g.grid like p.area_prefix || '%'
                          and p.effective_from <= (m + interval '1 month' - interval '1 day')::date
                          and (p.effective_to is null or p.effective_to >= (m + interval '1 month' - interval '1 day')::date)
                          order by length(p.area_prefix) desc, p.version desc limit 1) is not null
                        order by g.grid, m limit $2
                        """, date, limit).map(rows -> rows.stream()
                .map(r -> new Over((String) r[0], YearMonth.from((LocalDate) r[1])))
                .toList());
    }

    public Uni<Outcome> close(StatelessSession session, Over over, Cause cause) {
        return coverage.atEnd(session, over.gridCode(), over.areaCode(), over.month())
                .chain(standing -> handle(
                        session,
                        over.stream(),
                        new Close(
                                over.areaCode(),
                                over.gridCode(),
                                over.month(),
                                standing.households(),
                                standing.reached(),
                                standing.missed(),
                                standing.persons()),
                        cause,
                        OptionalLong.empty()));
    }
}
