package org.shouwang.monitoring.figures;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.object.ObjectEvent;
import org.shouwang.monitoring.object.ObjectEvent.*;

/**
 * How each monitored household stood on any day, and what brought it there. Both come from the same events and are kept apart, so that the
 * one can be held against the other. An event that is written down late counts from its own day, but never from before the last change known.
 */
@Singleton
class ObjectHistory implements Projection<ObjectEvent> {

    private static final String KEPT = """
            with kept as (insert into object_stretch select household, area_code, episode, type, grade, risks, watched, from_on, $2
              from object_stretch where household = $1 and until is null and from_on < $2)
            """;

    @Override
    public List<String> tables() {
        return List.of("object_stretch", "object_flow");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID household, List<Recorded<ObjectEvent>> events) {
        return Projection.each(
                events,
                recorded -> apply(
                        session,
                        household,
                        recorded.event(),
                        recorded.envelope().occurredOn()));
    }

    private static Uni<?> apply(StatelessSession session, UUID household, ObjectEvent event, LocalDate on) {
        return switch (event) {
            case ObjectIncluded e ->
                included(session, household, e, on)
                        .chain(() -> flow(session, household, e.episode() == 1 ? Flow.INCLUDED : Flow.RE_ENTERED));
            case ObjectTyped e ->
                change(session, household, on, "type = $3", e.type().name())
                        .chain(() -> flow(session, household, Flow.TYPED));
            case ObjectMoved e -> moved(session, household, e, on);
            case RiskRemoved _ ->
                change(session, household, on, "watched = $3", false)
                        .chain(() -> flow(session, household, Flow.REMOVED));
            case RemovalRevoked _ ->
                change(session, household, on, "watched = $3", true)
                        .chain(() -> flow(session, household, Flow.REVOKED));
            case ObjectVoided _ ->
                change(session, household, on, "watched = $3", false)
                        .chain(() -> flow(session, household, Flow.VOIDED));
            case ObjectGraded e ->
                change(session, household, on, "grade = $3", e.grade().name());
            case GradeChanged e -> change(session, household, on, "grade = $3", e.to() == null ? null : e.to().name());
            case RiskAdded e ->
                change(session, household, on, "risks = concat_ws(',', nullif(risks, ''), $3::text)", e.risk());
            case RiskResolved e ->
                change(
                        session,
                        household,
                        on,
                        "risks = array_to_string(array_remove(string_to_array(risks, ','), $3::text), ',')",
                        e.risk());
            case ObjectReentered _, NationalEntryRecorded _, BigDataImported _, NationalEntryUpdated _ ->
                Uni.createFrom().nullItem();
            case RemovalBegun _, RemovalAbandoned _ -> Uni.createFrom().nullItem();
        };
    }

    private static Uni<Integer> included(StatelessSession session, UUID household, ObjectIncluded e, LocalDate on) {
        return Sql.update(
                session,
                KEPT + """
                        insert into object_stretch (household, area_code, episode, type, grade, risks, watched, from_on)
                        values ($1, $3, $4, $5, $6, $7, true, $2)
                        on conflict (household) where until is null do update set area_code = $3, episode = $4, type = $5, grade = $6, risks = $7,
                          watched = true, from_on = greatest(object_stretch.from_on, $2)
                        """,
                household,
                on,
                e.areaCode(),
                e.episode(),
                e.type() == null ? null : e.type().name(),
                e.grade() == null ? null : e.grade().name(),
                String.join(",", e.risks()));
    }

    private static Uni<Integer> change(
            StatelessSession session, UUID household, LocalDate on, String assignment, Object value) {
        return Sql.update(
                session,
                KEPT + "update object_stretch set " + assignment
                        + ", from_on = greatest(from_on, $2) where household = $1 and until is null",
                household,
                on,
                value);
    }

    /** A household that is no longer watched moves too, and is missed nowhere. */
    private static Uni<Integer> moved(StatelessSession session, UUID household, ObjectMoved e, LocalDate on) {
        return change(session, household, on, "area_code = $3", e.to())
                .chain(() -> Sql.update(session, """
                        insert into object_flow select household, leg.kind, leg.area, leg.other, type, from_on
                        from object_stretch, (values ('MOVED_OUT', $2, $3), ('MOVED_IN', $3, $2)) leg (kind, area, other)
                        where household = $1 and until is null and watched and type is not null""", household, e.from(), e.to()));
    }

    private static Uni<Integer> flow(StatelessSession session, UUID household, Flow kind) {
        return Sql.update(
                session,
                "insert into object_flow select household, $2, area_code, null, type, from_on from object_stretch"
                        + " where household = $1 and until is null and type is not null",
                household,
                kind.name());
    }
}
