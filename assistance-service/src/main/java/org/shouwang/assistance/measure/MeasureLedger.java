package org.shouwang.assistance.measure;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.assistance.measure.MeasureEvent.*;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;

/** The ledger of measures: a line each, with the day of every step. */
@Singleton
public class MeasureLedger implements Projection<MeasureEvent> {

    private static final String SELECT = """
            select m.id, m.household, m.episode, m.area, m.code, m.item, m.risk, m.members, m.detail, m.provider, m.dept, m.amount::text,
            m.fund_source, m.income_line, m.start_on, m.due_on, m.state, m.overdue, m.planned_on, m.approved_on, m.started_on,
            m.implemented_on, m.evaluated_on, m.effective, m.closed_on, m.cancelled_on, m.note from measure m\s""";

    @Override
    public List<String> tables() {
        return List.of("measure");
    }

    public Uni<Optional<MeasureRow>> find(StatelessSession session, UUID id) {
        return Sql.rows(session, SELECT + "where m.id = $1", id)
                .map(rows -> rows.stream().findFirst().map(MeasureLedger::row));
    }

    /** All of a household, in the order of planning. */
    public Uni<List<MeasureRow>> ofHousehold(StatelessSession session, UUID household) {
        return Sql.rows(session, SELECT + "where m.household = $1 order by m.planned_on, m.id", household)
                .map(rows -> rows.stream().map(MeasureLedger::row).toList());
    }

    /** Null: whatever. @param scope start of the area codes; @param after id of the last line seen */
    Uni<List<MeasureRow>> page(
            StatelessSession session,
            String scope,
            UUID household,
            MeasureCode code,
            MeasureState state,
            UUID after,
            int limit) {
        return Sql.rows(
                        session,
                        SELECT + """
                        where m.area like $1 || '%' and ($2::uuid is null or m.household = $2) and ($3::text is null or m.code = $3)
                        and ($4::text is null or m.state = $4) and ($5::uuid is null or m.id > $5) order by m.id limit $6""",
                        scope,
                        household,
                        code == null ? null : code.name(),
                        state == null ? null : state.name(),
                        after,
                        limit)
                .map(rows -> rows.stream().map(MeasureLedger::row).toList());
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID id, List<Recorded<MeasureEvent>> events) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (var event : events)
            all = all.chain(() -> apply(session, id, event.event()).replaceWithVoid());
        return all;
    }

    private static Uni<?> apply(StatelessSession session, UUID id, MeasureEvent event) {
        return switch (event) {
            case MeasurePlanned e -> planned(session, id, e);
            case MeasureApproved e -> step(session, id, MeasureState.APPROVED, "approved_on", e.on());
            case MeasureStarted e -> step(session, id, MeasureState.IN_PROGRESS, "started_on", e.on());
            case MeasureImplemented e ->
                step(session, id, MeasureState.IMPLEMENTED, "implemented_on", e.on())
                        .chain(() -> Sql.update(
                                session,
                                "update measure set amount = coalesce($2::text::numeric, amount) where id = $1",
                                id,
                                text(e.amount())));
            case MeasureEvaluated e ->
                step(
                                session,
                                id,
                                e.effective() ? MeasureState.EFFECTIVE : MeasureState.INEFFECTIVE,
                                "evaluated_on",
                                e.on())
                        .chain(() -> Sql.update(
                                session,
                                "update measure set effective = $2, note = $3 where id = $1",
                                id,
                                e.effective(),
                                e.note()));
            case MeasureClosed e -> step(session, id, MeasureState.CLOSED, "closed_on", e.on());
            case MeasureCancelled e ->
                step(session, id, MeasureState.CANCELLED, "cancelled_on", e.on())
                        .chain(() -> Sql.update(session, "update measure set note = $2 where id = $1", id, e.reason()));
            case MeasureOverdue _ -> Sql.update(session, "update measure set overdue = true where id = $1", id);
            case MeasureMoved e -> Sql.update(session, "update measure set area = $2 where id = $1", id, e.to());
        };
    }

    private static Uni<?> planned(StatelessSession session, UUID id, MeasurePlanned e) {
        return Sql.update(
                session,
                """
                insert into measure (id, household, episode, area, code, item, risk, members, detail, provider, dept, amount, fund_source,
                income_line, start_on, due_on, planned_on, state)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::text::numeric, $13, $14, $15, $16, $17, 'PLANNED')
                """,
                id,
                e.householdId(),
                e.episode(),
                e.areaCode(),
                e.code().name(),
                e.item() == null ? null : e.item().name(),
                e.risk(),
                String.join(",", e.memberIds().stream().map(UUID::toString).toList()),
                e.detail(),
                e.provider(),
                e.dept(),
                text(e.amount()),
                e.fundSource(),
                e.incomeLine(),
                e.startOn(),
                e.dueOn(),
                e.plannedOn());
    }

    private static Uni<Integer> step(
            StatelessSession session, UUID id, MeasureState state, String column, LocalDate on) {
        return Sql.update(
                session, "update measure set state = $2, " + column + " = $3 where id = $1", id, state.name(), on);
    }

    private static String text(BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }

    private static MeasureRow row(Object[] r) {
        var members = (String) r[7];
        return new MeasureRow(
                (UUID) r[0],
                (UUID) r[1],
                (Integer) r[2],
                (String) r[3],
                MeasureCode.valueOf((String) r[4]),
                r[5] == null ? null : MeasureItem.valueOf((String) r[5]),
                (String) r[6],
                members.isEmpty()
                        ? List.of()
                        : Arrays.stream(members.split(","))
                                .map(UUID::fromString)
                                .toList(),
                (String) r[8],
                (String) r[9],
                (String) r[10],
                r[11] == null ? null : new BigDecimal((String) r[11]),
                (String) r[12],
                (String) r[13],
                (LocalDate) r[14],
                (LocalDate) r[15],
                MeasureState.valueOf((String) r[16]),
                (Boolean) r[17],
                (LocalDate) r[18],
                (LocalDate) r[19],
                (LocalDate) r[20],
                (LocalDate) r[21],
                (LocalDate) r[22],
                (Boolean) r[23],
                (LocalDate) r[24],
                (LocalDate) r[25],
                (String) r[26]);
    }
}
