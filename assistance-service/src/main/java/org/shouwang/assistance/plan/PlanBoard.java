package org.shouwang.assistance.plan;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.assistance.plan.PlanEvent.*;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;

/** All plans at a glance: the present episode of each household with the day of every step. */
@Singleton
public class PlanBoard implements Projection<PlanEvent> {

    /**
     * A plan at a glance.
     *
     * @param version of the plan within the episode; 0: nothing drafted yet
     * @param planDueOn last day, whole, for an approved plan; null where the policy sets none; so is measureDueOn for a measure in effect
     * @param overdue the plan or the first measure missed its day
     */
    public record Line(
            UUID householdId,
            String areaCode,
            int episode,
            PlanState state,
            int version,
            boolean greenChannel,
            LocalDate openedOn,
            LocalDate includedOn,
            LocalDate planDueOn,
            LocalDate measureDueOn,
            LocalDate draftedOn,
            LocalDate signedOn,
            LocalDate approvedOn,
            LocalDate evaluatedOn,
            LocalDate closedOn,
            boolean overdue) {}

    private static final String SELECT = """
            select household, area, episode, state, version, green_channel, opened_on, included_on, plan_due_on, measure_due_on, drafted_on,
            signed_on, approved_on, evaluated_on, closed_on, overdue from plan\s""";

    @Override
    public List<String> tables() {
        return List.of("plan");
    }

    /** @param state null: whatever; @param after household last seen */
    Uni<List<Line>> page(StatelessSession session, String scope, PlanState state, UUID after, int limit) {
        return Sql.rows(session, SELECT + """
                        where area like $1 || '%' and ($2::text is null or state = $2) and ($3::uuid is null or household > $3)
                        order by household limit $4""", scope, state == null ? null : state.name(), after, limit)
                .map(rows -> rows.stream().map(PlanBoard::line).toList());
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID household, List<Recorded<PlanEvent>> events) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (var event : events)
            all = all.chain(() -> apply(session, household, event.event()).replaceWithVoid());
        return all;
    }

    private static Uni<?> apply(StatelessSession session, UUID household, PlanEvent event) {
        return switch (event) {
            case PlanOpened e -> opened(session, household, e);
            case PlanDeadlinesSet e ->
                set(
                        session,
                        household,
                        "episode = $2, included_on = $3, plan_due_on = $4, measure_due_on = $5",
                        e.episode(),
                        e.includedOn(),
                        e.planDueOn(),
                        e.measureDueOn());
            case PlanRiskAdded _ -> Uni.createFrom().nullItem();
            case PlanDrafted e ->
                set(session, household, "state = 'DRAFT', version = $2, drafted_on = $3", e.version(), e.on());
            case PlanRevised e ->
                set(
                        session,
                        household,
                        "state = 'DRAFT', version = $2, drafted_on = $3, signed_on = null, approved_on = null",
                        e.version(),
                        e.on());
            case PlanSigned e -> set(session, household, "state = 'SIGNED', signed_on = $2", e.on());
            case PlanApproved e ->
                set(
                        session,
                        household,
                        "state = 'APPROVED', approved_on = $2, first_approved_on = coalesce(first_approved_on, $2)",
                        e.on());
            case PlanStarted _ -> set(session, household, "state = 'IN_PROGRESS'");
            case PlanEvaluated e -> set(session, household, "state = 'EVALUATED', evaluated_on = $2", e.on());
            case PlanClosed e ->
                set(session, household, "state_before = state, state = 'CLOSED', closed_on = $2", e.on());
            case PlanReopened _ -> set(session, household, "state = coalesce(state_before, state), closed_on = null");
            case PlanOverdue _ -> set(session, household, "overdue = true, plan_overdue = true");
            case HelpOverdue _ -> set(session, household, "overdue = true, help_overdue = true");
            case PlanMoved e -> set(session, household, "area = $2", e.to());
        };
    }

    private static Uni<?> opened(StatelessSession session, UUID household, PlanOpened e) {
        return Sql.update(session, "delete from plan where household = $1", household)
                .chain(() -> Sql.update(session, """
                insert into plan (household, area, episode, state, version, green_channel, opened_on) values ($1, $2, $3, 'DRAFT', 0, $4, $5)
                """, household, e.areaCode(), e.episode(), e.greenChannel(), e.on()));
    }

    private static Uni<Integer> set(StatelessSession session, UUID household, String what, Object... values) {
        var parameters = new Object[values.length + 1];
        parameters[0] = household;
        System.arraycopy(values, 0, parameters, 1, values.length);
        return Sql.update(session, "update plan set " + what + " where household = $1", parameters);
    }

    private static Line line(Object[] r) {
        return new Line(
                (UUID) r[0],
                (String) r[1],
                (Integer) r[2],
                PlanState.valueOf((String) r[3]),
                (Integer) r[4],
                (Boolean) r[5],
                (LocalDate) r[6],
                (LocalDate) r[7],
                (LocalDate) r[8],
                (LocalDate) r[9],
                (LocalDate) r[10],
                (LocalDate) r[11],
                (LocalDate) r[12],
                (LocalDate) r[13],
                (LocalDate) r[14],
                (Boolean) r[15]);
    }
}
