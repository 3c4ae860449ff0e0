package org.shouwang.monitoring.identification;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.monitoring.Yuan;
import org.shouwang.monitoring.identification.CaseEvent.*;
import org.shouwang.monitoring.succession.Extent;

/** Households that were looked at and not included (不纳入台账): each with its reason and income, watched until a later case includes it. */
@Singleton
public class WatchList implements Projection<CaseEvent> {

    /**
     * @param belowLine the income was in the monitoring range all the same
     * @param recheckOn last day by which it is looked at again; null: none is set
     * @param recheckedOn when it was last looked at again; null: not yet
     * @param risk whether a risk was found then; null: not yet looked at
     */
    record Row(
            UUID householdId,
            UUID caseId,
            String areaCode,
            RejectionReason reasonCode,
            String reason,
            BigDecimal perCapita,
            boolean belowLine,
            LocalDate decidedOn,
            LocalDate recheckOn,
            LocalDate recheckedOn,
            Boolean risk,
            Written recorded,
            Written changed) {}

    private static final String WRITTEN =
            Written.columns("case", "watch_list.case_id", "ev.type in ('CaseRejected', 'WatchRechecked')");

    public record Watched(UUID householdId, UUID caseId) {}

    private final Journal journal;

    WatchList(Journal journal) {
        this.journal = journal;
    }

    @Override
    public List<String> tables() {
        return List.of("watch_list");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID stream, List<Recorded<CaseEvent>> events) {
        return Projection.each(events, recorded -> apply(session, stream, recorded));
    }

    private static Uni<Integer> apply(StatelessSession session, UUID id, Recorded<CaseEvent> recorded) {
        return switch (recorded.event()) {
            case CaseRejected e ->
                Sql.update(
                        session,
                        """
                        insert into watch_list (case_id, household, area_code, reason_code, reason, per_capita, below_line, decided_on, recheck_on,
                          included, statement)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, false, $10)
                        """,
                        id,
                        recorded.envelope().subject(),
                        recorded.envelope().area(),
                        e.reasonCode().name(),
                        e.reason(),
                        e.income().perCapita(),
                        e.belowLine(),
                        e.decidedOn(),
                        e.recheckOn(),
                        e.income().statementId());
            case InclusionDetermined _ ->
                Sql.update(
                        session,
                        "update watch_list set included = true where household = $1",
                        recorded.envelope().subject());
            case CaseMoved e ->
                Sql.update(session, "update watch_list set area_code = $2 where case_id = $1", id, e.to());
            case WatchRechecked e ->
                Sql.update(
                        session,
                        "update watch_list set recheck_on = $2, rechecked_on = $3, recheck_risk = $4, recheck_statement = $5"
                                + " where case_id = $1",
                        id,
                        e.nextOn(),
                        e.on(),
                        e.risk(),
                        e.incomeStatementId());
            case WatchEnded _ -> Sql.update(session, "delete from watch_list where case_id = $1", id);
            case CaseOpened _,
                    CaseStepSkipped _,
                    ComparisonRequested _,
                    HomeVisited _,
                    ConsentLinked _,
                    ComparisonCompleted _,
                    RecommendationComputed _,
                    ReviewConcluded _,
                    PublicityPosted _,
                    ObjectionRaised _,
                    ObjectionResolved _,
                    PublicityEnded _,
                    TownReviewed _,
                    CountyDetermined _,
                    CaseEntered _,
                    CaseWithdrawn _,
                    CaseLapsed _,
                    CaseReturned _,
                    CaseOverdue _,
                    CaseStepDue _,
                    CaseStepOverdue _ -> Uni.createFrom().item(0);
        };
    }

    /** The last rejection of each household, in the order of their ids. @param own what the caller reaches */
    Uni<List<Row>> list(String scope, String own, UUID after, int limit) {
        return journal.read(session -> Extent.of(session, scope, own)
                .chain(extent -> Sql.rows(session, """
                        select watch_list.*""" + WRITTEN + """
                        from (select distinct on (household) household, case_id, area_code, reason_code, reason, per_capita, below_line, decided_on, recheck_on,
                            rechecked_on, recheck_risk
                          from watch_list where\s""" + extent.where("") + """
                         and not included and ($2::uuid is null or household > $2::uuid)
                          order by household, decided_on desc, case_id limit $3) watch_list
                        order by household
                        """, scope, after, limit))
                .map(rows -> rows.stream().map(WatchList::row).toList()));
    }

    /** The case by which a household is watched; null: it is not. */
    Uni<UUID> caseOf(UUID household) {
        return journal.read(session -> caseOf(session, household));
    }

    public static Uni<UUID> caseOf(StatelessSession session, UUID household) {
        return Sql.rows(
                        session,
                        "select case_id from watch_list where household = $1 and not included order by decided_on desc, case_id limit 1",
                        household)
                .map(rows -> rows.isEmpty() ? null : (UUID) rows.getFirst()[0]);
    }

    /** Of every household that is watched in a village, the case by which it is, in the order of their ids. */
    public static Uni<List<Watched>> in(StatelessSession session, String areaCode) {
        return Sql.rows(
                        session,
                        "select distinct on (household) household, case_id from watch_list where area_code = $1 and not included"
                                + " order by household, decided_on desc, case_id",
                        areaCode)
                .map(rows -> rows.stream()
                        .map(r -> new Watched((UUID) r[0], (UUID) r[1]))
                        .toList());
    }

    private static Row row(Object[] r) {
        return new Row(
                (UUID) r[0],
                (UUID) r[1],
                (String) r[2],
                RejectionReason.valueOf((String) r[3]),
                (String) r[4],
                Yuan.of(r[5]),
                (Boolean) r[6],
                (LocalDate) r[7],
                (LocalDate) r[8],
                (LocalDate) r[9],
                (Boolean) r[10],
                Written.recorded(r),
                Written.changed(r));
    }
}
