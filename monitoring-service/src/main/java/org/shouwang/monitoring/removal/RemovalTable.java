package org.shouwang.monitoring.removal;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.removal.RemovalEvent.*;

/** One row per removal, for lists and calendars. {@code next} is the step that is due, {@code due_on} the last day of a publicity. */
@Singleton
class RemovalTable implements Projection<RemovalEvent> {

    @Override
    public List<String> tables() {
        return List.of("removal");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID id, List<Recorded<RemovalEvent>> events) {
        return Projection.each(events, recorded -> apply(session, id, recorded.event())
                .chain(() -> Sql.update(
                        session,
                        """
                        update removal set version = $2, recorded_at = coalesce(recorded_at, $3), recorded_by = coalesce(recorded_by, $4),
                          recorded_role = coalesce(recorded_role, $5) where id = $1\
                        """,
                        id,
                        recorded.envelope().version(),
                        recorded.envelope().recordedAt().atOffset(ZoneOffset.UTC),
                        recorded.envelope().actor().user(),
                        recorded.envelope().actor().role())));
    }

    private static Uni<?> apply(StatelessSession session, UUID id, RemovalEvent event) {
        return switch (event) {
            case RemovalProposed e ->
                Sql.update(
                        session,
                        """
                        insert into removal (id, household, area_code, episode, method, natural_reason, state, steps, next, proposed_on, last_on,
                          objections, version)
                        values ($1, $2, $3, $4, $5, $6, 'PROPOSED', $7, split_part($7, ',', 1), $8, $8, 0, 0)
                        """,
                        id,
                        e.householdId(),
                        e.areaCode(),
                        e.episode(),
                        e.method().name(),
                        e.naturalReason() == null ? null : e.naturalReason().name(),
                        steps(e),
                        e.proposedOn());
            case RemovalVisited e -> done(session, id, RemovalStep.VISIT, RemovalState.VISITED, e.visitedOn());
            case RemovalReviewed e ->
                done(
                        session,
                        id,
                        RemovalStep.REVIEW,
                        RemovalState.EFFECT_REVIEWED,
                        e.minutes().heldOn());
            case RemovalConsented e -> done(session, id, RemovalStep.CONSENT, RemovalState.CONSENTED, e.consentedOn());
            case RemovalPublicized e ->
                Sql.update(
                        session,
                        "update removal set state = 'PUBLICIZED', due_on = $2, last_on = $3 where id = $1",
                        id,
                        e.endsOn(),
                        e.postedOn());
            case RemovalPublicityEnded e ->
                done(session, id, RemovalStep.PUBLICITY, RemovalState.PUBLICIZED, e.endedOn());
            case RemovalObjectionRaised _ ->
                Sql.update(session, "update removal set objections = objections + 1 where id = $1", id);
            case RemovalObjectionResolved e ->
                Sql.update(session, "update removal set objections = objections - 1 where id = $1", id)
                        .chain(() -> e.sustained()
                                ? again(session, id, e.decidedOn())
                                : Uni.createFrom().item(0));
            case RemovalTownApproved e ->
                done(session, id, RemovalStep.TOWN, RemovalState.TOWN_APPROVED, e.reviewedOn());
            case RemovalReturned e -> again(session, id, e.on());
            case RemovalCountyApproved e ->
                done(session, id, RemovalStep.COUNTY, RemovalState.COUNTY_APPROVED, e.decidedOn());
            case RemovalMoved e -> Sql.update(session, "update removal set area_code = $2 where id = $1", id, e.to());
            case RemovalMarked e -> done(session, id, RemovalStep.MARK, RemovalState.MARKED, e.markedOn());
            case RemovalRejected e -> done(session, id, RemovalStep.MARK, RemovalState.REJECTED, e.rejectedOn());
            case RemovalCriteriaAnswered _ -> Uni.createFrom().nullItem();
        };
    }

    private static String steps(RemovalProposed e) {
        return RemovalSteps.of(e).stream()
                .filter(step -> step != RemovalStep.PROPOSAL)
                .map(Enum::name)
                .collect(Collectors.joining(","));
    }

    private static Uni<Integer> done(
            StatelessSession session, UUID id, RemovalStep step, RemovalState state, LocalDate on) {
        return Sql.update(session, """
                update removal set state = $2, last_on = $3, due_on = null,
                  next = nullif(split_part(split_part(',' || steps || ',', ',' || $4 || ',', 2), ',', 1), '')
                where id = $1
                """, id, state.name(), on, step.name());
    }

    private static Uni<Integer> again(StatelessSession session, UUID id, LocalDate on) {
        return Sql.update(
                session,
                "update removal set state = 'PROPOSED', last_on = $2, due_on = null, next = split_part(steps, ',', 1) where id = $1",
                id,
                on);
    }
}
