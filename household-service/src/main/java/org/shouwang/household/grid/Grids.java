package org.shouwang.household.grid;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.household.grid.Grid.Defined;
import org.shouwang.household.grid.GridCommand.Define;

/** All grids. That its codes are in the area table and its households in its village is asked here first. */
@Singleton
public class Grids extends Streams<GridCommand, Grid, GridEvent> {

    Grids(Journal journal, @All List<Projection<GridEvent>> projections) {
        super(journal, "grid", new GridDecider(), new EventCatalog<>(GridEvent.class), projections);
    }

    static UUID stream(String code) {
        return UUID.nameUUIDFromBytes(("grid:" + code).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected String area(Grid state) {
        return state instanceof Defined s ? s.layout().gridCode().substring(0, 12) : null;
    }

    @Override
    protected Function<StatelessSession, Uni<Void>> precondition(UUID id, GridCommand command, Cause cause) {
        return command instanceof Define c
                ? session -> registered(session, c, cause).chain(() -> living(session, c))
                : null;
    }

    private static Uni<Void> registered(StatelessSession session, Define c, Cause cause) {
        var codes = Stream.concat(Stream.of(c.gridCode()), c.groupCodes().stream())
                .distinct()
                .toList();
        return Sql.rows(
                        session,
                        "select code from area where code = any($1::text[]) and (valid_to is null or valid_to >= $2)",
                        codes.toArray(String[]::new),
                        cause.occurredOn())
                .map(rows -> {
                    var known = rows.stream().map(r -> (String) r[0]).toList();
                    var missing =
                            codes.stream().filter(code -> !known.contains(code)).toList();
                    if (!missing.isEmpty()) throw new Refused(Grid.Refusal.GRID_NOT_REGISTERED, missing);
                    return null;
                });
    }

    private static Uni<Void> living(StatelessSession session, Define c) {
        if (c.households().isEmpty()) return Uni.createFrom().voidItem();
        return Sql.rows(
                        session,
                        "select id from household_overview where id = any($1::uuid[]) and area_code = $2 and state = 'ACTIVE'",
                        c.households().toArray(UUID[]::new),
                        c.gridCode().substring(0, Math.min(12, c.gridCode().length())))
                .map(rows -> {
                    var known = rows.stream().map(r -> (UUID) r[0]).toList();
                    var missing = c.households().stream()
                            .filter(id -> !known.contains(id))
                            .map(UUID::toString)
                            .toList();
                    if (!missing.isEmpty()) throw new Refused(Grid.Refusal.HOUSEHOLD_OUTSIDE, missing);
                    return null;
                });
    }
}
