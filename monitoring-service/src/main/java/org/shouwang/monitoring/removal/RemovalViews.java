package org.shouwang.monitoring.removal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.monitoring.figures.Count;
import org.shouwang.monitoring.object.AfterRemoval;
import org.shouwang.monitoring.object.NaturalReason;
import org.shouwang.monitoring.object.RemovalMethod;
import org.shouwang.monitoring.removal.Criterion.Explained;
import org.shouwang.monitoring.removal.RemovalEvent.*;
import org.shouwang.monitoring.succession.Extent;

/** Removals as lists and single pages show them. */
@Singleton
public class RemovalViews {

    /** @param next step that is due; null where closed @param publicityEndsOn while a notice hangs @param objectionsOpen not yet decided @param revokedOn the county took the mark back; null: it stands, or was never set */
    record View(
            UUID id,
            UUID householdId,
            String areaCode,
            int episode,
            RemovalMethod method,
            NaturalReason naturalReason,
            RemovalState state,
            RemovalStep next,
            LocalDate proposedOn,
            LocalDate lastOn,
            LocalDate publicityEndsOn,
            int objectionsOpen,
            long version,
            LocalDate revokedOn,
            Written recorded,
            Written changed) {}

    /** A household of a list of removals. @param persons its members on the day it was proposed @param next step that is due; null where closed @param recordedAt when it was put on the list, by {@code recordedBy} */
    record Listed(
            UUID householdId,
            UUID removalId,
            String areaCode,
            int persons,
            RemovalMethod method,
            NaturalReason naturalReason,
            RemovalState state,
            RemovalStep next,
            LocalDate proposedOn,
            Instant recordedAt,
            String recordedBy,
            String recordedRole) {}

    /** A step that was taken. @param step null: the household moved */
    record Step(RemovalStep step, String what, LocalDate on, Written recorded) {}

    /** The criteria as they were answered last. @param line yuan per person and year */
    record Judgement(RemovalStep step, LocalDate on, BigDecimal line, List<Explained> answers) {}

    /** @param policyId the policy that it keeps to @param after the thirteen fields; null until it is marked, or where the household is gone */
    record Detail(
            @JsonUnwrapped View removal,
            String policyId,
            int policyVersion,
            List<Step> steps,
            Judgement criteria,
            AfterRemoval after) {}

    private static final String COLUMNS = """
        id, household, area_code, episode, method, natural_reason, state, next, proposed_on, last_on, due_on, objections, version,
        (select m.revoked_on from removal_mark m where m.removal = removal.id)\
        """ + Written.columns("removal", "removal.id");

    private final Journal journal;
    private final Removals removals;

    RemovalViews(Journal journal, Removals removals) {
        this.journal = journal;
        this.removals = removals;
    }

    Uni<Optional<Detail>> detail(UUID id, String scope) {
        return journal.read(session -> find(session, id, scope)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.<Detail>empty())
                        : removals.events(session, id).map(events -> Optional.of(detail(found.get(), events)))));
    }

    private static Uni<Optional<View>> find(StatelessSession session, UUID id, String scope) {
        return Sql.rows(
                        session,
                        "select " + COLUMNS + " from removal where id = $1 and area_code like $2 || '%'",
                        id,
                        scope)
                .map(rows -> rows.stream().findFirst().map(RemovalViews::view));
    }

    /** All removals of a household, whatever became of them. */
    public Uni<List<UUID>> ofHousehold(StatelessSession session, UUID household) {
        return Sql.rows(session, "select id from removal where household = $1 order by id", household)
                .map(rows -> rows.stream().map(r -> (UUID) r[0]).toList());
    }

    /** In the order of ids. */
    Uni<List<View>> list(String scope, String own, RemovalState state, UUID household, UUID after, int limit) {
        return journal.read(session -> Extent.of(session, scope, own)
                .chain(extent -> Sql.rows(
                        session,
                        "select " + COLUMNS + " from removal where " + extent.where("") + """
                             and ($2::text is null or state = $2::text)
                            and ($3::uuid is null or household = $3::uuid) and ($4::uuid is null or id > $4::uuid) order by id limit $5
                            """,
                        scope,
                        state == null ? null : state.name(),
                        household,
                        after,
                        limit))
                .map(rows -> rows.stream().map(RemovalViews::view).toList()));
    }

    /** Households that were proposed by a list, in the order of their ids. @param after null: from the start */
    Uni<List<Listed>> ofList(UUID list, String scope, UUID after, int limit) {
        return journal.read(session -> Sql.rows(session, """
                        select household, id, area_code, method, natural_reason, state, next, proposed_on, recorded_at, recorded_by, recorded_role,
                          coalesce((select p.persons from household_stretch p where p.household = removal.household and p.from_on <= proposed_on
                            and (p.until is null or p.until > proposed_on)), 0)
                        from removal where area_code like $2 || '%' and id = stream_id('removal/' || $1::uuid::text || '/' || household::text)
                        and ($3::uuid is null or household > $3::uuid) order by household limit $4
                        """, list, scope, after, limit)
                .map(rows -> rows.stream().map(RemovalViews::listed).toList()));
    }

    /** These households, and their members on a day. */
    Uni<Count> count(List<UUID> households, LocalDate day) {
        return journal.read(session -> Sql.rows(
                        session,
                        "select coalesce(sum(persons), 0) from household_stretch where household = any($1::uuid[]) and from_on <= $2"
                                + " and (until is null or until > $2)",
                        households.toArray(UUID[]::new),
                        day)
                .map(rows -> new Count(households.size(), (Long) rows.getFirst()[0])));
    }

    private static Listed listed(Object[] r) {
        return new Listed(
                (UUID) r[0],
                (UUID) r[1],
                (String) r[2],
                (Integer) r[11],
                RemovalMethod.valueOf((String) r[3]),
                r[4] == null ? null : NaturalReason.valueOf((String) r[4]),
                RemovalState.valueOf((String) r[5]),
                r[6] == null ? null : RemovalStep.valueOf((String) r[6]),
                (LocalDate) r[7],
                ((OffsetDateTime) r[8]).toInstant(),
                (String) r[9],
                (String) r[10]);
    }

    private static Detail detail(View view, List<Recorded<RemovalEvent>> events) {
        var steps = new ArrayList<Step>();
        Judgement criteria = null;
        AfterRemoval after = null;
        var policy = events.getFirst().envelope().policy();
        for (var recorded : events) {
            if (recorded.event() instanceof RemovalCriteriaAnswered e)
                criteria = new Judgement(e.step(), e.on(), e.line(), Explained.of(e.answers()));
            else steps.add(step(recorded));
            if (recorded.event() instanceof RemovalMarked e) after = e.after();
        }
        return new Detail(view, policy.id(), policy.version(), steps, criteria, after);
    }

    private static Step step(Recorded<RemovalEvent> recorded) {
        var step =
                switch (recorded.event()) {
                    case RemovalProposed _ -> RemovalStep.PROPOSAL;
                    case RemovalVisited _ -> RemovalStep.VISIT;
                    case RemovalReviewed _ -> RemovalStep.REVIEW;
                    case RemovalConsented _ -> RemovalStep.CONSENT;
                    case RemovalPublicized _ -> RemovalStep.PUBLICITY;
                    case RemovalPublicityEnded _ -> RemovalStep.PUBLICITY;
                    case RemovalObjectionRaised _ -> RemovalStep.PUBLICITY;
                    case RemovalObjectionResolved _ -> RemovalStep.PUBLICITY;
                    case RemovalTownApproved _ -> RemovalStep.TOWN;
                    case RemovalReturned e -> e.from();
                    case RemovalCountyApproved _ -> RemovalStep.COUNTY;
                    case RemovalMarked _ -> RemovalStep.MARK;
                    case RemovalRejected _ -> RemovalStep.MARK;
                    case RemovalCriteriaAnswered e -> e.step();
                    case RemovalMoved _ -> null;
                };
        return new Step(
                step, recorded.envelope().type(), recorded.envelope().occurredOn(), Written.of(recorded.envelope()));
    }

    private static View view(Object[] r) {
        return new View(
                (UUID) r[0],
                (UUID) r[1],
                (String) r[2],
                (Integer) r[3],
                RemovalMethod.valueOf((String) r[4]),
                r[5] == null ? null : NaturalReason.valueOf((String) r[5]),
                RemovalState.valueOf((String) r[6]),
                r[7] == null ? null : RemovalStep.valueOf((String) r[7]),
                (LocalDate) r[8],
                (LocalDate) r[9],
                (LocalDate) r[10],
                (Integer) r[11],
                (Long) r[12],
                (LocalDate) r[13],
                Written.recorded(r),
                Written.changed(r));
    }
}
