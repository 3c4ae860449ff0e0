package org.shouwang.monitoring.identification;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.monitoring.clue.ClueSource;
import org.shouwang.monitoring.identification.CaseEvent.*;
import org.shouwang.monitoring.object.Grade;
import org.shouwang.monitoring.object.ObjectType;
import org.shouwang.monitoring.policy.CaseStep;
import org.shouwang.monitoring.succession.Extent;

/** One row per case, for lists: how far it has come, when it is due, how it ended. */
@Singleton
public class CaseTable implements Projection<CaseEvent> {

    /** A case as lists show it. @param decidedOn the day of inclusion, rejection or withdrawal; null while open */
    record Row(
            UUID id,
            UUID householdId,
            String areaCode,
            CaseState state,
            ClueSource channel,
            LocalDate clueOn,
            LocalDate dueOn,
            boolean overdue,
            boolean greenChannel,
            ObjectType type,
            Grade grade,
            RejectionReason reasonCode,
            LocalDate decidedOn,
            boolean late,
            Written recorded,
            Written changed) {}

    private static final String COLUMNS =
            "id, household, area_code, state, channel, clue_on, due_on, overdue, green, type, grade, reason_code, decided_on, late"
                    + Written.columns("case", "case_file.id");

    private final Journal journal;

    CaseTable(Journal journal) {
        this.journal = journal;
    }

    @Override
    public List<String> tables() {
        return List.of("case_file");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID stream, List<Recorded<CaseEvent>> events) {
        return Projection.each(events, recorded -> apply(session, stream, recorded.event()));
    }

    private static Uni<Integer> apply(StatelessSession session, UUID id, CaseEvent event) {
        return switch (event) {
            case CaseOpened e ->
                Sql.update(
                        session,
                        """
                        insert into case_file (id, household, area_code, state, visited, consented, compared, channel, clue_on, due_on,
                          overdue, green, late) values ($1, $2, $3, 'OPENED', false, false, false, $4, $5, $6, false, $7, false)
                        """,
                        id,
                        e.householdId(),
                        e.areaCode(),
                        e.channel().name(),
                        e.clueOn(),
                        e.dueOn(),
                        e.greenChannel());
            case HomeVisited _ -> early(session, id, CaseStep.VISIT);
            case ConsentLinked _ -> early(session, id, CaseStep.CONSENT);
            case ComparisonCompleted _ -> early(session, id, CaseStep.COMPARE);
            case ReviewConcluded e ->
                Sql.update(
                        session,
                        "update case_file set state = 'REVIEWED', type = $2, grade = $3 where id = $1",
                        id,
                        name(e.type()),
                        name(e.grade()));
            case PublicityPosted _ ->
                Sql.update(
                        session,
                        "update case_file set state = case when objections > 0 then 'OBJECTED' else 'PUBLICIZED' end where id = $1",
                        id);
            case ObjectionRaised _ ->
                Sql.update(
                        session,
                        "update case_file set state = 'OBJECTED', objections = objections + 1 where id = $1",
                        id);
            case ObjectionResolved e -> resolved(session, id, e);
            case TownReviewed _ -> state(session, id, CaseState.TOWN_APPROVED);
            case CountyDetermined _ -> state(session, id, CaseState.COUNTY_CONFIRMED);
            case InclusionDetermined e ->
                Sql.update(
                        session,
                        "update case_file set decided_on = $2, late = $3 where id = $1",
                        id,
                        e.determinedOn(),
                        e.late());
            case CaseEntered _ -> state(session, id, CaseState.ENTERED);
            case CaseRejected e -> Sql.update(session, """
                        update case_file set state = 'NOT_INCLUDED', type = null, grade = null, reason_code = $2, decided_on = $3, late = $4
                        where id = $1
                        """, id, e.reasonCode().name(), e.decidedOn(), e.late());
            case CaseWithdrawn e ->
                Sql.update(
                        session, "update case_file set state = 'WITHDRAWN', decided_on = $2 where id = $1", id, e.on());
            case CaseMoved e -> Sql.update(session, "update case_file set area_code = $2 where id = $1", id, e.to());
            case CaseLapsed e ->
                Sql.update(session, "update case_file set state = 'LAPSED', decided_on = $2 where id = $1", id, e.on());
            case CaseReturned e -> back(session, id, e.to());
            case CaseOverdue _ -> Sql.update(session, "update case_file set overdue = true where id = $1", id);
            case CaseStepSkipped _,
                    ComparisonRequested _,
                    RecommendationComputed _,
                    PublicityEnded _,
                    WatchEnded _,
                    WatchRechecked _,
                    CaseStepDue _,
                    CaseStepOverdue _ -> Uni.createFrom().item(0);
        };
    }

    /** An objection may be decided after the case was sent back, and another one may still be open. */
    private static Uni<Integer> resolved(StatelessSession session, UUID id, ObjectionResolved e) {
        return Sql.update(session, """
                        update case_file set objections = greatest(objections - 1, 0),
                          state = case when state = 'OBJECTED' and objections <= 1 then 'PUBLICIZED' else state end where id = $1
                        """, id)
                .chain(done -> e.sustained()
                        ? back(session, id, CaseState.VISITED)
                        : Uni.createFrom().item(done));
    }

    /** The first steps have no fixed order, and the comparison may come as late as the publicity. */
    private static Uni<Integer> early(StatelessSession session, UUID id, CaseStep step) {
        return Sql.update(session, """
                        update case_file set visited = visited or $2 = 'VISIT', consented = consented or $2 = 'CONSENT',
                          compared = compared or $2 = 'COMPARE' where id = $1
                        """, id, step.name()).chain(() -> begun(session, id));
    }

    private static Uni<Integer> begun(StatelessSession session, UUID id) {
        return Sql.update(session, """
                        update case_file set state = case when not visited then 'OPENED' when compared then 'COMPARED'
                          when consented then 'CONSENTED' else 'VISITED' end
                        where id = $1 and state in ('OPENED', 'VISITED', 'CONSENTED', 'COMPARED')
                        """, id);
    }

    private static Uni<Integer> back(StatelessSession session, UUID id, CaseState to) {
        return Sql.update(
                        session,
                        """
                update case_file set state = $2, visited = visited and $3, consented = consented and $4, compared = compared and $5,
                  type = case when $6 then type end, grade = case when $6 then grade end where id = $1
                """,
                        id,
                        to.name(),
                        reaches(to, CaseStep.VISIT),
                        reaches(to, CaseStep.CONSENT),
                        reaches(to, CaseStep.COMPARE),
                        reaches(to, CaseStep.REVIEW))
                .chain(() -> begun(session, id));
    }

    private static boolean reaches(CaseState to, CaseStep step) {
        return step.compareTo(to.step()) <= 0;
    }

    private static Uni<Integer> state(StatelessSession session, UUID id, CaseState state) {
        return Sql.update(session, "update case_file set state = $2 where id = $1", id, state.name());
    }

    /** One opening of a case per household at a time. */
    static Uni<Void> lock(StatelessSession session, UUID household) {
        return Sql.rows(
                        session,
                        "select pg_advisory_xact_lock(hashtextextended('case/' || $1::text, 0))::text",
                        household.toString())
                .replaceWithVoid();
    }

    /** Another case of the household that is under way; null: none. */
    Uni<UUID> openCase(StatelessSession session, UUID household, UUID but) {
        return Sql.rows(session, """
                        select id from case_file where household = $1 and id <> $2 and decided_on is null order by id limit 1
                        """, household, but).map(rows -> rows.isEmpty() ? null : (UUID) rows.getFirst()[0]);
    }

    /** All cases of a household, whatever became of them. */
    public Uni<List<UUID>> ofHousehold(StatelessSession session, UUID household) {
        return Sql.rows(session, "select id from case_file where household = $1 order by id", household)
                .map(rows -> rows.stream().map(r -> (UUID) r[0]).toList());
    }

    /** In the order of their ids. @param own what the caller reaches @param state null: every state @param household null: every household */
    Uni<List<Row>> list(String scope, String own, CaseState state, UUID household, UUID after, int limit) {
        return journal.read(session -> Extent.of(session, scope, own)
                .chain(extent -> Sql.rows(
                        session,
                        "select " + COLUMNS + " from case_file where " + extent.where("") + """
                                 and ($2::text is null or state = $2::text)
                                and ($3::uuid is null or household = $3::uuid) and ($4::uuid is null or id > $4::uuid) order by id limit $5
                                """,
                        scope,
                        name(state),
                        household,
                        after,
                        limit))
                .map(rows -> rows.stream().map(CaseTable::row).toList()));
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static Row row(Object[] r) {
        return new Row(
                (UUID) r[0],
                (UUID) r[1],
                (String) r[2],
                CaseState.valueOf((String) r[3]),
                ClueSource.valueOf((String) r[4]),
                (LocalDate) r[5],
                (LocalDate) r[6],
                (Boolean) r[7],
                (Boolean) r[8],
                r[9] == null ? null : ObjectType.valueOf((String) r[9]),
                r[10] == null ? null : Grade.valueOf((String) r[10]),
                r[11] == null ? null : RejectionReason.valueOf((String) r[11]),
                (LocalDate) r[12],
                (Boolean) r[13],
                Written.recorded(r),
                Written.changed(r));
    }
}
