package org.shouwang.household.objectroster;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.inbox.Consumer;
import org.shouwang.eventsourcing.journal.Sql;

/** Keeps the last stay of each household among the monitored, as the roster shows it. */
@Singleton
class RosterMonitoringConsumer extends Consumer {

    record ObjectIncluded(
            int episode,
            String type,
            List<String> risks,
            RosterGrade grade,
            BigDecimal perCapita,
            LocalDate includedOn) {}

    record ObjectGraded(RosterGrade grade, LocalDate on) {}

    record GradeChanged(RosterGrade to, LocalDate on) {}

    record ObjectTyped(String type) {}

    record RiskAdded(String risk) {}

    record RiskResolved(String risk) {}

    record RiskRemoved(String method, LocalDate removedOn) {}

    record RemovalRevoked() {}

    record ObjectVoided() {}

    RosterMonitoringConsumer() {
        super("monitoring.events");
        on("ObjectIncluded", ObjectIncluded.class, (session, e, envelope) -> included(session, envelope.subject(), e));
        on(
                "ObjectTyped",
                ObjectTyped.class,
                (session, e, envelope) -> Sql.update(
                        session, "update roster_object set type = $2 where id = $1", envelope.subject(), e.type()));
        on(
                "ObjectGraded",
                ObjectGraded.class,
                (session, e, envelope) -> graded(session, envelope.subject(), e.grade(), e.on()));
        on(
                "GradeChanged",
                GradeChanged.class,
                (session, e, envelope) -> graded(session, envelope.subject(), e.to(), e.on()));
        on(
                "RiskAdded",
                RiskAdded.class,
                (session, e, envelope) -> Sql.update(session, """
                update roster_object set open_risks = concat_ws(',', nullif(open_risks, ''), $2::text),
                  risks = case when $2::text = any(string_to_array(risks, ',')) then risks else concat_ws(',', nullif(risks, ''), $2::text) end
                where id = $1
                """, envelope.subject(), e.risk()));
        on(
                "RiskResolved",
                RiskResolved.class,
                (session, e, envelope) -> Sql.update(session, """
                update roster_object set open_risks = array_to_string(array_remove(string_to_array(open_risks, ','), $2::text), ',') where id = $1
                """, envelope.subject(), e.risk()));
        on(
                "RiskRemoved",
                RiskRemoved.class,
                (session, e, envelope) -> removed(session, envelope.subject(), e.method(), e.removedOn()));
        on(
                "RemovalRevoked",
                RemovalRevoked.class,
                (session, _, envelope) -> removed(session, envelope.subject(), null, null));
        on(
                "ObjectVoided",
                ObjectVoided.class,
                (session, _, envelope) ->
                        Sql.update(session, "delete from roster_object where id = $1", envelope.subject()));
    }

    @Override
    public List<String> tables() {
        return List.of("roster_object");
    }

    private static Uni<Integer> included(StatelessSession session, UUID household, ObjectIncluded e) {
        var risks = e.risks() == null ? "" : String.join(",", e.risks());
        return Sql.update(
                session,
                """
                insert into roster_object (id, episode, type, risks, open_risks, grade, graded_on, per_capita, included_on)
                values ($1, $2, $3, $4, $4, $5, $6, $7, $8)
                on conflict (id) do update set episode = $2, type = $3, risks = $4, open_risks = $4, grade = $5, graded_on = $6, per_capita = $7,
                  included_on = $8, method = null, removed_on = null
                """,
                household,
                e.episode(),
                e.type(),
                risks,
                e.grade() == null ? null : e.grade().name(),
                e.grade() == null ? null : e.includedOn(),
                e.perCapita(),
                e.includedOn());
    }

    private static Uni<Integer> graded(StatelessSession session, UUID household, RosterGrade grade, LocalDate on) {
        return Sql.update(
                session,
                "update roster_object set grade = $2, graded_on = $3 where id = $1",
                household,
                grade == null ? null : grade.name(),
                grade == null ? null : on);
    }

    private static Uni<Integer> removed(StatelessSession session, UUID household, String method, LocalDate on) {
        return Sql.update(
                session, "update roster_object set method = $2, removed_on = $3 where id = $1", household, method, on);
    }
}
