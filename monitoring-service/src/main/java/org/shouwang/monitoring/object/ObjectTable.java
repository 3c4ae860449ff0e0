package org.shouwang.monitoring.object;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.object.ObjectEvent.*;

/** One row per monitored household and one per episode, for lists, figures and calendars. */
@Singleton
class ObjectTable implements Projection<ObjectEvent> {

    @Override
    public List<String> tables() {
        return List.of("monitored_object", "object_episode");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID household, List<Recorded<ObjectEvent>> events) {
        return Projection.each(events, recorded -> apply(session, household, recorded.event())
                .chain(() -> Sql.update(
                        session,
                        "update monitored_object set version = $2 where household = $1",
                        household,
                        recorded.envelope().version())));
    }

    private static Uni<?> apply(StatelessSession session, UUID household, ObjectEvent event) {
        return switch (event) {
            case ObjectIncluded e -> included(session, household, e);
            case ObjectGraded e ->
                set(session, household, "grade = $2", e.grade().name());
            case GradeChanged e -> set(session, household, "grade = $2", e.to().name());
            case ObjectTyped e -> typed(session, household, e);
            case RiskAdded e ->
                set(session, household, "risks = risks || case when risks = '' then '' else ',' end || $2", e.risk());
            case RiskResolved e ->
                set(
                        session,
                        household,
                        "risks = array_to_string(array_remove(string_to_array(risks, ','), $2), ',')",
                        e.risk());
            case NationalEntryRecorded e ->
                set(session, household, "entry = $2", MonitoredObject.Entry.ENTERED.name())
                        .chain(() -> dated(session, household, "entered_on", e.enteredOn()));
            case BigDataImported e ->
                set(
                                session,
                                household,
                                "entry = case entry when 'UPDATED' then entry else $2 end",
                                MonitoredObject.Entry.IMPORTED.name())
                        .chain(() -> dated(session, household, "imported_on", e.importedOn()));
            case NationalEntryUpdated _ -> set(session, household, "entry = $2", MonitoredObject.Entry.UPDATED.name());
            case ObjectMoved e -> moved(session, household, e);
            case RemovalBegun e -> state(session, household, ObjectState.REMOVAL_PENDING, e.removalId());
            case RemovalAbandoned _ -> state(session, household, ObjectState.ACTIVE, null);
            case RiskRemoved e -> removed(session, household, e);
            case RemovalRevoked e -> revoked(session, household, e);
            case ObjectVoided e -> voided(session, household, e);
            case ObjectReentered _ -> Uni.createFrom().nullItem();
        };
    }

    private static Uni<Integer> included(StatelessSession session, UUID household, ObjectIncluded e) {
        return Sql.update(
                        session,
                        """
                        insert into monitored_object (household, area_code, episode, case_id, type, grade, state, entry, risks, per_capita, line,
                          included_on, version)
                        values ($1, $2, $3, $4, $5, $6, 'ACTIVE', 'NOT_ENTERED', $7, $8, $9, $10, 0)
                        on conflict (household) do update set area_code = $2, episode = $3, case_id = $4, type = $5, grade = $6, state = 'ACTIVE',
                          entry = 'NOT_ENTERED', risks = $7, per_capita = $8, line = $9, included_on = $10, removal_id = null, removed_on = null,
                          method = null
                        """,
                        household,
                        e.areaCode(),
                        e.episode(),
                        e.caseId(),
                        name(e.type()),
                        name(e.grade()),
                        String.join(",", e.risks()),
                        e.perCapita(),
                        e.line(),
                        e.includedOn())
                .chain(() -> Sql.update(
                        session,
                        "insert into object_episode (household, episode, area_code, type, included_on) values ($1, $2, $3, $4, $5)",
                        household,
                        e.episode(),
                        e.areaCode(),
                        name(e.type()),
                        e.includedOn()));
    }

    private static Uni<Integer> set(StatelessSession session, UUID household, String assignment, String value) {
        return Sql.update(
                session, "update monitored_object set " + assignment + " where household = $1", household, value);
    }

    private static Uni<Integer> state(StatelessSession session, UUID household, ObjectState state, UUID removalId) {
        return Sql.update(
                session,
                "update monitored_object set state = $2, removal_id = $3 where household = $1",
                household,
                state.name(),
                removalId);
    }

    private static Uni<Integer> typed(StatelessSession session, UUID household, ObjectTyped e) {
        return set(session, household, "type = $2", e.type().name())
                .chain(() -> Sql.update(session, """
                        update object_episode set type = $2 where household = $1
                        and episode = (select episode from monitored_object where household = $1)
                        """, household, e.type().name()));
    }

    private static Uni<Integer> dated(StatelessSession session, UUID household, String column, LocalDate day) {
        return Sql.update(
                session,
                "update object_episode set " + column
                        + " = $2 where household = $1 and episode = (select episode from monitored_object where household = $1)",
                household,
                day);
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static Uni<Integer> moved(StatelessSession session, UUID household, ObjectMoved e) {
        return set(session, household, "area_code = $2", e.to())
                .chain(() -> Sql.update(
                        session,
                        "update object_episode set area_code = $2 where household = $1 and ended_on is null",
                        household,
                        e.to()));
    }

    private static Uni<Integer> removed(StatelessSession session, UUID household, RiskRemoved e) {
        return Sql.update(
                        session,
                        "update monitored_object set state = 'REMOVED', removed_on = $2, method = $3 where household = $1",
                        household,
                        e.removedOn(),
                        e.method().name())
                .chain(() -> Sql.update(
                        session,
                        "update object_episode set ended_on = $3, method = $4, natural_reason = $5 where household = $1 and episode = $2",
                        household,
                        e.episode(),
                        e.removedOn(),
                        e.method().name(),
                        e.naturalReason() == null ? null : e.naturalReason().name()));
    }

    private static Uni<Integer> revoked(StatelessSession session, UUID household, RemovalRevoked e) {
        return Sql.update(
                        session,
                        "update monitored_object set state = 'ACTIVE', removal_id = null, removed_on = null, method = null where household = $1",
                        household)
                .chain(() -> Sql.update(
                        session,
                        "update object_episode set ended_on = null, method = null, natural_reason = null where household = $1 and episode = $2",
                        household,
                        e.episode()));
    }

    private static Uni<Integer> voided(StatelessSession session, UUID household, ObjectVoided e) {
        return set(session, household, "state = $2", ObjectState.VOIDED.name())
                .chain(() -> Sql.update(
                        session,
                        "update object_episode set ended_on = $3, voided = true where household = $1 and episode = $2",
                        household,
                        e.episode(),
                        e.on()));
    }
}
