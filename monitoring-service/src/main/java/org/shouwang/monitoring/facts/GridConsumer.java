package org.shouwang.monitoring.facts;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.inbox.Consumer;
import org.shouwang.eventsourcing.journal.Sql;

/**
 * Keeps what the household service says of grids and of where households live, each by stretches of time: which household lay in which grid,
 * and who looked after it, is known of any day, in whatever order the two were heard.
 */
@Priority(10)
@Singleton
class GridConsumer extends Consumer {

    record HouseholdRegistered(String areaCode, String groupCode, String gridCode, boolean resident) {}

    record HouseholdMoved(String toArea, String groupCode, String gridCode) {}

    record DetailsChanged(boolean resident) {}

    record HouseholdDeactivated(LocalDate on) {}

    record GridDefined(String gridCode, List<String> groupCodes, List<UUID> households, LocalDate from) {}

    record GridMemberAssigned(String gridCode, String userId, LocalDate from) {}

    record GridMemberReleased(String gridCode, String userId, LocalDate to) {}

    private static final LocalDate EVER = LocalDate.of(1, 1, 1);

    GridConsumer() {
        super("household.events");
        on("HouseholdRegistered", HouseholdRegistered.class, GridConsumer::registered);
        on(
                "HouseholdMoved",
                HouseholdMoved.class,
                (session, e, envelope) -> changed(
                        session,
                        envelope,
                        "area_code = $3, group_code = $4, grid_code = $5",
                        e.toArea(),
                        e.groupCode(),
                        e.gridCode()));
        on(
                "DetailsChanged",
                DetailsChanged.class,
                (session, e, envelope) -> changed(session, envelope, "resident = $3", e.resident()));
        on(
                "HouseholdDeactivated",
                HouseholdDeactivated.class,
                (session, e, envelope) -> Sql.update(
                        session,
                        "update grid_place set until = greatest(from_on, $2) where household = $1 and until is null",
                        envelope.stream(),
                        e.on()));
        on("GridDefined", GridDefined.class, (session, e, _) -> defined(session, e));
        on(
                "GridMemberAssigned",
                GridMemberAssigned.class,
                (session, e, _) -> Sql.update(
                        session,
                        "insert into grid_carer (grid, user_id, from_on) values ($1, $2, $3)",
                        e.gridCode(),
                        e.userId(),
                        e.from()));
        on(
                "GridMemberReleased",
                GridMemberReleased.class,
                (session, e, _) -> Sql.update(
                        session,
                        "update grid_carer set to_on = $3 where grid = $1 and user_id = $2 and to_on is null",
                        e.gridCode(),
                        e.userId(),
                        e.to()));
    }

    @Override
    public List<String> tables() {
        return List.of("grid_place", "grid_group", "grid_listed", "grid_carer");
    }

    private static Uni<Integer> registered(StatelessSession session, HouseholdRegistered e, Envelope envelope) {
        return Sql.update(
                session, """
                insert into grid_place (household, area_code, group_code, grid_code, resident, from_on) values ($1, $2, $3, $4, $5, $6)
                on conflict (household) where until is null do update set area_code = $2, group_code = $3, grid_code = $4, resident = $5
                """, envelope.stream(), e.areaCode(), e.groupCode(), e.gridCode(), e.resident(), EVER);
    }

    /** What is written down late counts from its own day, but never from before the last change known. */
    private static Uni<Integer> changed(
            StatelessSession session, Envelope envelope, String assignment, Object... values) {
        var parameters = new Object[values.length + 2];
        parameters[0] = envelope.stream();
        parameters[1] = envelope.occurredOn();
        System.arraycopy(values, 0, parameters, 2, values.length);
        return Sql.update(session, """
                with kept as (insert into grid_place select household, area_code, group_code, grid_code, resident, from_on, $2
                  from grid_place where household = $1 and until is null and from_on < $2)
                update grid_place set from_on = greatest(from_on, $2), \
                """ + assignment + " where household = $1 and until is null", parameters);
    }

    private static Uni<Integer> defined(StatelessSession session, GridDefined e) {
        return ended(session, "grid_group", e)
                .chain(() -> ended(session, "grid_listed", e))
                .chain(() -> Sql.update(
                        session,
                        "insert into grid_group (grid, group_code, from_on) select $1, g, $2 from unnest($3::text[]) g",
                        e.gridCode(),
                        e.from(),
                        e.groupCodes().toArray(String[]::new)))
                .chain(() -> Sql.update(
                        session,
                        "insert into grid_listed (grid, household, from_on) select $1, h, $2 from unnest($3::uuid[]) h",
                        e.gridCode(),
                        e.from(),
                        e.households().toArray(UUID[]::new)));
    }

    private static Uni<Integer> ended(StatelessSession session, String table, GridDefined e) {
        return Sql.update(
                session,
                "update " + table + " set until = greatest(from_on, $2) where grid = $1 and until is null",
                e.gridCode(),
                e.from());
    }
}
