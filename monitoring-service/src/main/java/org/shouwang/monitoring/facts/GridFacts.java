package org.shouwang.monitoring.facts;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;

/** In which grid a household lay on a day, and who looked after the grid. */
@Singleton
public class GridFacts {

    /**
     * Tables {@code grid_place_held} and {@code grid_household} (household, area_code, resident, grid): each household that an area, prefix $1, kept
     * at the end of the day $2, in one grid or in none. The grid that it names itself goes first, then one that names it, then one that covers its
     * group; of several the first by code.
     */
    public static final String HOUSEHOLDS = """
            grid_place_held as (
              select household, area_code, group_code, grid_code, resident from grid_place
              where area_code like $1 || '%' and from_on <= $2 and (until is null or until > $2)),
            grid_household as (
              select p.household, p.area_code, p.resident, coalesce(p.grid_code, l.grid, g.grid) as grid from grid_place_held p
              left join (select household, min(grid) as grid from grid_listed where from_on <= $2 and (until is null or until > $2)
                group by household) l on l.household = p.household
              left join (select group_code, min(grid) as grid from grid_group where from_on <= $2 and (until is null or until > $2)
                group by group_code) g on g.group_code = p.group_code)
            """;

    /** @param grid null: it lies in none @param resident false: it is away for long */
    public record Place(String areaCode, String grid, boolean resident) {}

    /** Empty where the household was not kept at the end of the day. */
    public Uni<Optional<Place>> place(StatelessSession session, UUID household, LocalDate day) {
        return Sql.rows(session, """
                        select p.area_code, p.resident, coalesce(p.grid_code,
                          (select min(grid) from grid_listed where household = p.household and from_on <= $2 and (until is null or until > $2)),
                          (select min(grid) from grid_group where group_code = p.group_code and from_on <= $2 and (until is null or until > $2)))
                        from grid_place p where p.household = $1 and p.from_on <= $2 and (p.until is null or p.until > $2)""", household, day)
                .map(rows ->
                        rows.stream().findFirst().map(r -> new Place((String) r[0], (String) r[2], (Boolean) r[1])));
    }

    /** Whether a household lived at home at the end of a day; who was not kept on that day did not. */
    public Uni<Boolean> home(StatelessSession session, UUID household, LocalDate day) {
        return place(session, household, day)
                .map(place -> place.filter(Place::resident).isPresent());
    }

    /** User ids of who looks after a grid on a day. */
    public Uni<List<String>> carers(StatelessSession session, String grid, LocalDate day) {
        return Sql.rows(
                        session,
                        "select user_id from grid_carer where grid = $1 and from_on <= $2 and (to_on is null or to_on >= $2) order by user_id",
                        grid,
                        day)
                .map(rows -> rows.stream().map(r -> (String) r[0]).toList());
    }
}
