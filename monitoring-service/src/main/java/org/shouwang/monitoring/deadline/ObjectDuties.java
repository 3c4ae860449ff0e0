package org.shouwang.monitoring.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.object.ObjectEvent;
import org.shouwang.monitoring.object.ObjectEvent.*;
import org.shouwang.monitoring.object.RemovalMethod;

/** Households to be visited every month, and those to be visited now and then after they were let go. */
@Singleton
class ObjectDuties extends Dated<ObjectEvent> {

    ObjectDuties() {
        super("duty_object", "household", "area_code, episode, watched_from, watched, removed_on");
    }

    @Override
    Uni<?> apply(StatelessSession session, UUID household, ObjectEvent event, LocalDate on) {
        return switch (event) {
            case ObjectIncluded e -> Sql.update(session, """
                insert into duty_object (household, area_code, episode, watched_from, watched, from_on) values ($1, $2, $3, $4, true, $4)
                on conflict (household) where until is null do update set area_code = $2, episode = $3, watched_from = $4, watched = true,
                  removed_on = null
                """, household, e.areaCode(), e.episode(), e.includedOn());
            case ObjectMoved e ->
                Sql.update(
                        session,
                        "update duty_object set area_code = $2 where until is null and household = $1",
                        household,
                        e.to());
            case RiskRemoved e ->
                watched(session, household, false)
                        .chain(() -> removed(
                                session, household, e.method() == RemovalMethod.ASSISTED ? e.removedOn() : null));
            case ObjectVoided _ -> watched(session, household, false);
            case RemovalRevoked e ->
                watched(session, household, true)
                        .chain(() -> removed(session, household, null))
                        .chain(() -> from(session, household, e.on()));
            case ObjectReentered _, ObjectGraded _, GradeChanged _, ObjectTyped _, RiskAdded _, RiskResolved _ ->
                Uni.createFrom().nullItem();
            case NationalEntryRecorded _,
                    BigDataImported _,
                    NationalEntryUpdated _,
                    RemovalBegun _,
                    RemovalAbandoned _ -> Uni.createFrom().nullItem();
        };
    }

    private static Uni<Integer> watched(StatelessSession session, UUID household, boolean watched) {
        return Sql.update(
                session,
                "update duty_object set watched = $2 where until is null and household = $1",
                household,
                watched);
    }

    private static Uni<Integer> removed(StatelessSession session, UUID household, LocalDate day) {
        return Sql.update(
                session,
                "update duty_object set removed_on = $2 where until is null and household = $1",
                household,
                day);
    }

    private static Uni<Integer> from(StatelessSession session, UUID household, LocalDate day) {
        return Sql.update(
                session,
                "update duty_object set watched_from = $2 where until is null and household = $1",
                household,
                day);
    }
}
