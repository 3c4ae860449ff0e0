package org.shouwang.monitoring.facts;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.inbox.Consumer;
import org.shouwang.eventsourcing.journal.Sql;

/** Keeps what the assistance service says of plans, measures and their effect, as far as removals need it. */
@Singleton
class AssistanceConsumer extends Consumer {

    record Plan(int episode, LocalDate on) {}

    record MeasurePlanned(UUID householdId, Integer episode, String code, String item, String risk) {}

    record MeasureImplemented(UUID householdId, Integer episode, String code, String risk, LocalDate on) {}

    record MeasureEvaluated(UUID householdId, boolean effective, LocalDate on) {}

    record MeasureCancelled(UUID householdId) {}

    enum Conclusion {
        EFFECTIVE,
        INEFFECTIVE
    }

    record EffectReviewed(UUID householdId, Integer episode, LocalDate reviewedOn, Conclusion conclusion) {}

    AssistanceConsumer() {
        super("assistance.events");
        on("PlanDrafted", Plan.class, (session, e, envelope) -> plan(session, envelope, e, "DRAFT"));
        on("PlanSigned", Plan.class, (session, e, envelope) -> plan(session, envelope, e, "SIGNED"));
        on("PlanApproved", Plan.class, (session, e, envelope) -> plan(session, envelope, e, "APPROVED"));
        on("PlanRevised", Plan.class, (session, e, envelope) -> plan(session, envelope, e, "REVISED"));
        on("PlanClosed", Plan.class, (session, e, envelope) -> plan(session, envelope, e, "CLOSED"));
        on(
                "MeasurePlanned",
                MeasurePlanned.class,
                (session, e, envelope) ->
                        measure(session, envelope, e.householdId(), e.episode(), e.code(), e.item(), e.risk(), null));
        on(
                "MeasureImplemented",
                MeasureImplemented.class,
                (session, e, envelope) ->
                        measure(session, envelope, e.householdId(), e.episode(), e.code(), null, e.risk(), e.on()));
        on(
                "MeasureEvaluated",
                MeasureEvaluated.class,
                (session, e, envelope) -> Sql.update(
                        session,
                        "update measure_fact set effective = $2, evaluated_on = $3 where id = $1",
                        envelope.stream(),
                        e.effective(),
                        e.on()));
        on(
                "MeasureCancelled",
                MeasureCancelled.class,
                (session, _, envelope) -> Sql.update(
                        session, "update measure_fact set cancelled = true where id = $1", envelope.stream()));
        on(
                "EffectReviewed",
                EffectReviewed.class,
                (session, e, envelope) -> Sql.update(
                        session,
                        """
                insert into effect_fact (id, household, episode, reviewed_on, effective) values ($1, $2, $3, $4, $5)
                on conflict (id) do update set reviewed_on = $4, effective = $5
                """,
                        envelope.stream(),
                        e.householdId(),
                        e.episode(),
                        e.reviewedOn(),
                        e.conclusion() == Conclusion.EFFECTIVE));
    }

    @Override
    public List<String> tables() {
        return List.of("plan_fact", "measure_fact", "effect_fact");
    }

    private static Uni<Integer> plan(StatelessSession session, Envelope envelope, Plan e, String state) {
        return Sql.update(
                session, """
                insert into plan_fact (household, episode, state, approved_on) values ($1, $2, $3, $4)
                on conflict (household, episode) do update set state = $3, approved_on = coalesce($4, plan_fact.approved_on)
                """, envelope.stream(), e.episode(), state, state.equals("APPROVED") ? e.on() : null);
    }

    private static Uni<Integer> measure(
            StatelessSession session,
            Envelope envelope,
            UUID household,
            Integer episode,
            String code,
            String item,
            String risk,
            LocalDate implementedOn) {
        return Sql.update(session, """
                insert into measure_fact (id, household, episode, code, item, risk, implemented_on) values ($1, $2, $3, $4, $5, $6, $7)
                on conflict (id) do update set implemented_on = coalesce($7, measure_fact.implemented_on),
                  item = coalesce($5, measure_fact.item), risk = coalesce($6, measure_fact.risk)
                """, envelope.stream(), household, episode, code, item, risk, implementedOn);
    }
}
