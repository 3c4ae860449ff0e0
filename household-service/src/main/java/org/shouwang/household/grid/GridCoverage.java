package org.shouwang.household.grid;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Page;

/** Whether every household and every group lies in exactly one grid, and every grid is of a usual size and looked after. */
@Singleton
class GridCoverage {

    /**
     * @param grids that are laid out or named by a household, {@code undefined} of them only named
     * @param households of the area: in one grid, in none, in several
     * @param groups likewise, a group being in a grid where a household of it is
     * @param perGrid households of a grid on average; absent without grids
     * @param small grids below the least, {@code large} above what is usual, {@code tooLarge} above the limit
     * @param unattended grids that nobody looks after; {@code aged} those whose member is beyond the age that is asked about
     */
    record Coverage(
            String area,
            long grids,
            long undefined,
            long households,
            long inOne,
            long inNone,
            long inSeveral,
            long groups,
            long groupsInNone,
            long groupsInSeveral,
            BigDecimal perGrid,
            long small,
            long usual,
            long large,
            long tooLarge,
            long unattended,
            long aged) {}

    /** @param grids several, or none */
    record Misplaced(
            UUID householdId, String areaCode, String groupCode, String householdNo, String head, List<String> grids) {}

    private static final String HOUSEHOLDS = GridSql.BELONGS + """
            select count(*), count(*) filter (where n = 1), count(*) filter (where n = 0), count(*) filter (where n > 1)
            from (select (select count(*) from belongs b where b.id = k.id) as n from kept k) c""";

    private static final String GROUPS = GridSql.BELONGS + """
            , lying as (
              select k.group_code, b.grid from kept k join belongs b on b.id = k.id where k.group_code is not null
              union
              select group_code, grid from grid_group where group_code like $1 || '%'),
            listed as (
              select code from area where level = 'GROUP' and code like $1 || '%' and (valid_to is null or valid_to >= $2)
              union
              select group_code from kept where group_code is not null)
            select count(*), count(*) filter (where n = 0), count(*) filter (where n > 1)
            from (select (select count(*) from lying l where l.group_code = g.code) as n from listed g) c""";

    private static final String GRIDS = GridSql.BELONGS + """
            select c.code in (select code from grid),
              (select count(*) from belongs b where b.grid = c.code),
              (select count(*) from grid_member m where m.grid = c.code and m.to_on is null),
              (select count(*) from grid_member m where m.grid = c.code and m.to_on is null and m.born <= $2)
            from (select code from grid where code like $1 || '%' union select grid from belongs) c""";

    private static final String MISPLACED = GridSql.BELONGS + """
            select k.id, k.area_code, k.group_code, k.household_no, k.head_name,
              (select string_agg(b.grid, ',' order by b.grid) from belongs b where b.id = k.id)
            from kept k
            where (select count(*) from belongs b where b.id = k.id) <> 1 and (k.area_code, k.id) > ($2, $3)
            order by k.area_code, k.id limit $4""";

    private final GridBounds bounds;
    private final Journal journal;

    GridCoverage(GridBounds bounds, Journal journal) {
        this.bounds = bounds;
        this.journal = journal;
    }

    /** @param scope prefix of codes */
    Uni<Coverage> of(String scope, LocalDate today) {
        return journal.read(session -> Sql.rows(session, HOUSEHOLDS, scope)
                .chain(households -> Sql.rows(session, GROUPS, scope, today)
                        .chain(groups -> Sql.rows(session, GRIDS, scope, today.minusYears(bounds.age() + 1L))
                                .map(grids -> coverage(scope, households.getFirst(), groups.getFirst(), grids)))));
    }

    /** Households that do not lie in exactly one grid, in the order of area and id. */
    Uni<Page<Misplaced>> misplaced(String scope, String after, int limit) {
        var from = after == null ? "000000000000~" + new UUID(0, 0) : after;
        if (!from.matches("[0-9]{12}~[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
            throw new BadRequest("after", "应为上一页的 next", "must be the next of the page before");
        return journal.read(session -> Sql.rows(
                        session,
                        MISPLACED,
                        scope,
                        from.substring(0, 12),
                        UUID.fromString(from.substring(13)),
                        limit + 1))
                .map(rows -> Page.of(
                        rows.stream().map(GridCoverage::misplaced).toList(),
                        limit,
                        m -> m.areaCode() + "~" + m.householdId()));
    }

    private Coverage coverage(String scope, Object[] households, Object[] groups, List<Object[]> grids) {
        var sizes = grids.stream().map(g -> GridSize.of((Long) g[1], bounds)).toList();
        var placed = grids.stream().mapToLong(g -> (Long) g[1]).sum();
        return new Coverage(
                scope,
                grids.size(),
                grids.stream().filter(g -> !(Boolean) g[0]).count(),
                (Long) households[0],
                (Long) households[1],
                (Long) households[2],
                (Long) households[3],
                (Long) groups[0],
                (Long) groups[1],
                (Long) groups[2],
                grids.isEmpty()
                        ? null
                        : BigDecimal.valueOf(placed).divide(BigDecimal.valueOf(grids.size()), 2, RoundingMode.HALF_UP),
                count(sizes, GridSize.SMALL),
                count(sizes, GridSize.USUAL),
                count(sizes, GridSize.LARGE),
                count(sizes, GridSize.TOO_LARGE),
                grids.stream().filter(g -> (Long) g[2] == 0).count(),
                grids.stream().filter(g -> (Long) g[3] > 0).count());
    }

    private static long count(List<GridSize> sizes, GridSize size) {
        return sizes.stream().filter(size::equals).count();
    }

    private static Misplaced misplaced(Object[] r) {
        return new Misplaced(
                (UUID) r[0],
                (String) r[1],
                (String) r[2],
                (String) r[3],
                (String) r[4],
                r[5] == null ? List.of() : List.of(((String) r[5]).split(",")));
    }
}
