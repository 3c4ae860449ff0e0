package org.shouwang.monitoring.clue;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.monitoring.clue.ClueEvent.*;
import org.shouwang.monitoring.succession.Extent;

/** One row per clue, for lists. */
@Singleton
public class ClueTable implements Projection<ClueEvent> {

    /** A clue as lists show it. @param result null while it waits @param warningId that it led to @param rule by which a department's figure raised it; null: by none
     * @param via how a declaration came; null: no declaration, or nobody said @param stage RECEIVED, DISPATCHED, HANDED_OVER (to the department {@code handedTo}), ANSWERED */
    record Row(
            UUID id,
            UUID householdId,
            String areaCode,
            ClueSource source,
            String text,
            LocalDate receivedOn,
            LocalDate dueOn,
            String receiptNo,
            ClueResult result,
            LocalDate answeredOn,
            UUID caseId,
            boolean overdue,
            String rule,
            String dept,
            String period,
            String stage,
            String handedTo,
            UUID duplicateOf,
            Channel.Via via,
            String windowId,
            UUID warningId,
            Written recorded,
            Written changed) {}

    private static final String COLUMNS =
            "id, household, area_code, source, text, received_on, due_on, receipt_no, result, answered_on, case_id, overdue, rule, dept, period, stage, handed_to, merged_into, via, window_id, warning_id"
                    + Written.columns("clue", "clue.id");

    private final Journal journal;

    ClueTable(Journal journal) {
        this.journal = journal;
    }

    @Override
    public List<String> tables() {
        return List.of("clue");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID stream, List<Recorded<ClueEvent>> events) {
        return Projection.each(events, recorded -> apply(session, stream, recorded.event()));
    }

    private static Uni<Integer> apply(StatelessSession session, UUID id, ClueEvent event) {
        return switch (event) {
            case RiskClueReceived e ->
                Sql.update(
                        session,
                        """
                        insert into clue (id, household, area_code, source, text, received_on, due_on, receipt_no, overdue, via, window_id)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, false, $9, $10)
                        """,
                        id,
                        e.householdId(),
                        e.areaCode(),
                        e.source().name(),
                        e.text(),
                        e.receivedOn(),
                        e.dueOn(),
                        e.receiptNo(),
                        e.channel() == null ? null : e.channel().via().name(),
                        e.channel() == null ? null : e.channel().windowId());
            case RiskClueAnswered e ->
                Sql.update(
                        session,
                        "update clue set result = $2, answered_on = $3, case_id = $4, warning_id = $5, stage = 'ANSWERED' where id = $1",
                        id,
                        e.result().name(),
                        e.answeredOn(),
                        e.caseId(),
                        e.warningId());
            case RiskClueDispatched _ ->
                Sql.update(session, "update clue set stage = 'DISPATCHED', handed_to = null where id = $1", id);
            case RiskClueHandedOver e ->
                Sql.update(
                        session, "update clue set stage = 'HANDED_OVER', handed_to = $2 where id = $1", id, e.dept());
            case RiskClueMerged e ->
                Sql.update(session, "update clue set merged_into = $2 where id = $1", id, e.into());
            case ScreeningHitFound e ->
                Sql.update(
                        session,
                        "update clue set rule = $2, dept = $3, period = $4, risk = $5 where id = $1",
                        id,
                        e.ruleId(),
                        e.dept(),
                        e.period(),
                        e.risk());
            case RiskClueMoved e -> Sql.update(session, "update clue set area_code = $2 where id = $1", id, e.to());
            case RiskClueOverdue _ -> Sql.update(session, "update clue set overdue = true where id = $1", id);
        };
    }

    /** All clues about a household, whatever became of them. */
    public Uni<List<UUID>> ofHousehold(StatelessSession session, UUID household) {
        return Sql.rows(session, "select id from clue where household = $1 order by id", household)
                .map(rows -> rows.stream().map(r -> (UUID) r[0]).toList());
    }

    Uni<Optional<Row>> find(UUID id, String scope) {
        return journal.read(session -> Sql.rows(
                        session,
                        "select " + COLUMNS + " from clue where id = $1 and area_code like $2 || '%'",
                        id,
                        scope)
                .map(rows -> rows.stream().findFirst().map(ClueTable::row)));
    }

    /** In the order of their ids. @param own what the caller reaches @param waiting null: all @param handedTo the department that they were given to; null: whosever they are */
    Uni<List<Row>> list(String scope, String own, Boolean waiting, String handedTo, UUID after, int limit) {
        return journal.read(session -> Extent.of(session, scope, own)
                .chain(extent -> Sql.rows(
                        session,
                        "select " + COLUMNS + " from clue where " + extent.where("") + """
                                 and ($2::boolean is null or (result is null) = $2::boolean)
                                and ($3::uuid is null or id > $3::uuid) and ($5::text is null or handed_to = $5::text) order by id limit $4
                                """,
                        scope,
                        waiting,
                        after,
                        limit,
                        handedTo))
                .map(rows -> rows.stream().map(ClueTable::row).toList()));
    }

    private static Row row(Object[] r) {
        return new Row(
                (UUID) r[0],
                (UUID) r[1],
                (String) r[2],
                ClueSource.valueOf((String) r[3]),
                (String) r[4],
                (LocalDate) r[5],
                (LocalDate) r[6],
                (String) r[7],
                r[8] == null ? null : ClueResult.valueOf((String) r[8]),
                (LocalDate) r[9],
                (UUID) r[10],
                (Boolean) r[11],
                (String) r[12],
                (String) r[13],
                (String) r[14],
                (String) r[15],
                (String) r[16],
                (UUID) r[17],
                r[18] == null ? null : Channel.Via.valueOf((String) r[18]),
                (String) r[19],
                (UUID) r[20],
                Written.recorded(r),
                Written.changed(r));
    }
}
