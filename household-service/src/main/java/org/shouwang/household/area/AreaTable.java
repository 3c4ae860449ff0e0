package org.shouwang.household.area;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Envelope;
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
        for (var recorded : events) done = done.chain(() -> apply(session, recorded.event(), recorded.envelope()));
        return done;
    }

    private static Uni<Void> apply(StatelessSession session, AreaEvent event, Envelope by) {
        return switch (event) {
            case AreaUnitsRegistered e -> insert(session, e.units(), e.validFrom(), by);
            case AreaUnitsRenamed e ->
                Sql.update(
                                session,
                                """
                                update area set name = t.n, recorded_at = $3, recorded_by = $4, recorded_role = $5
                                from unnest($1::text[], $2::text[]) as t(c, n) where code = t.c""",
                                codes(e.units()),
                                names(e.units()),
                                at(by),
                                by.actor().user(),
                                by.actor().role())
                        .replaceWithVoid();
            case AreaUnitsClassified e ->
                Sql.update(
                                session,
                                """
                                update area set urban_class = t.u, recorded_at = $3, recorded_by = $4, recorded_role = $5
                                from unnest($1::text[], $2::text[]) as t(c, u) where code = t.c""",
                                e.units().stream().map(Classified::code).toArray(String[]::new),
                                e.units().stream().map(Classified::urbanClass).toArray(String[]::new),
                                at(by),
                                by.actor().user(),
                                by.actor().role())
                        .replaceWithVoid();
            case AreaUnitReplaced e -> end(session, e.code(), e.validTo(), e.replacedBy(), by);
            case AreaUnitClosed e -> end(session, e.code(), e.validTo(), null, by);
        };
    }

    private static Uni<Void> insert(StatelessSession session, List<Unit> units, LocalDate from, Envelope by) {
        return Sql.update(
                        session,
                        """
                        insert into area (code, name, level, parent, valid_from, recorded_at, recorded_by, recorded_role)
                        select c, n, l, p, $5, $6, $7, $8 from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as t(c, n, l, p)""",
                        codes(units),
                        names(units),
                        units.stream().map(u -> AreaLevel.of(u.code()).name()).toArray(String[]::new),
                        units.stream().map(u -> AreaLevel.parent(u.code())).toArray(String[]::new),
                        from,
                        at(by),
                        by.actor().user(),
                        by.actor().role())
                .replaceWithVoid();
    }

    private static Uni<Void> end(
            StatelessSession session, String code, LocalDate validTo, String replacedBy, Envelope by) {
        return Sql.update(
                        session,
                        """
                        update area set valid_to = $2, replaced_by = $3, recorded_at = $4, recorded_by = $5, recorded_role = $6
                        where code = $1""",
                        code,
                        validTo,
                        replacedBy,
                        at(by),
                        by.actor().user(),
                        by.actor().role())
                .replaceWithVoid();
    }

    private static OffsetDateTime at(Envelope by) {
        return by.recordedAt().atOffset(ZoneOffset.UTC);
    }

    private static String[] codes(List<Unit> units) {
        return units.stream().map(Unit::code).toArray(String[]::new);
    }

    private static String[] names(List<Unit> units) {
        return units.stream().map(Unit::name).toArray(String[]::new);
    }
}
