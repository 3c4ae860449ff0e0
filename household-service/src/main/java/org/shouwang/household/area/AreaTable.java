package org.shouwang.household.area;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.household.area.AreaEvent.*;

/** One row per area, for the tree and the search. */
@Singleton
class AreaTable implements Projection<AreaEvent> {

    @Override
    public List<String> tables() {
        return List.of("area");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID stream, List<Recorded<AreaEvent>> events) {
        var done = Uni.createFrom().voidItem();
        for (var recorded : events) done = done.chain(() -> apply(session, recorded.event()));
        return done;
    }

    private static Uni<Void> apply(StatelessSession session, AreaEvent event) {
        return switch (event) {
            case AreaUnitsRegistered e -> insert(session, e.units(), e.validFrom());
            case AreaUnitsRenamed e ->
                Sql.update(
                                session,
                                "update area set name = t.n from unnest($1::text[], $2::text[]) as t(c, n) where code = t.c",
                                codes(e.units()),
                                names(e.units()))
                        .replaceWithVoid();
            case AreaUnitReplaced e -> end(session, e.code(), e.validTo(), e.replacedBy());
            case AreaUnitClosed e -> end(session, e.code(), e.validTo(), null);
        };
    }

    private static Uni<Void> insert(StatelessSession session, List<Unit> units, LocalDate from) {
        return Sql.update(
                        session,
                        """
                        insert into area (code, name, level, parent, valid_from)
                        select c, n, l, p, $5 from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as t(c, n, l, p)""",
                        codes(units),
                        names(units),
                        units.stream().map(u -> AreaLevel.of(u.code()).name()).toArray(String[]::new),
                        units.stream().map(u -> AreaLevel.parent(u.code())).toArray(String[]::new),
                        from)
                .replaceWithVoid();
    }

    private static Uni<Void> end(StatelessSession session, String code, LocalDate validTo, String by) {
        return Sql.update(session, "update area set valid_to = $2, replaced_by = $3 where code = $1", code, validTo, by)
                .replaceWithVoid();
    }

    private static String[] codes(List<Unit> units) {
        return units.stream().map(Unit::code).toArray(String[]::new);
    }

    private static String[] names(List<Unit> units) {
        return units.stream().map(Unit::name).toArray(String[]::new);
    }
}
