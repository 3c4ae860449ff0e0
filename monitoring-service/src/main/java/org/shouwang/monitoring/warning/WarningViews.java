package org.shouwang.monitoring.warning;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.succession.Extent;
import org.shouwang.monitoring.warning.WarningEvent.*;

/** Warnings as lists and other features read them. */
@Singleton
public class WarningViews {

    /** @param dueOn null: no limit @param responsible user id @param clueId of the clue that it answers; null: none */
    public record View(
            UUID id,
            UUID householdId,
            String areaCode,
            int episode,
            WarningItem item,
            WarningLevel level,
            WarningSource source,
            String text,
            LocalDate raisedOn,
            LocalDate dueOn,
            WarningStage stage,
            boolean overdue,
            String dept,
            String responsible,
            LocalDate closedOn,
            LocalDate revisitedOn,
            long version,
            UUID clueId,
            Written recorded,
            Written changed) {

        /** The day of the last step; null while it is open. */
        public LocalDate settledOn() {
            return revisitedOn == null ? closedOn : revisitedOn;
        }
    }

    /** By what a warning was closed. */
    record Closing(
            UUID checkId,
            UUID measureId,
            UUID incomeStatementId,
            LocalDate workSeenOn,
            LocalDate solvedSeenOn,
            List<DocumentRef> evidence) {}

    /**
     * A warning with what was done about it since it was raised or opened again.
     *
     * @param measureId that the handling names
     * @param findings of the last visit after a closing
     * @param reason why it was cancelled, or else opened again
     */
    record Detail(
            @JsonUnwrapped View warning,
            String action,
            UUID measureId,
            Closing closing,
            String findings,
            String reason) {}

    private static final String COLUMNS = """
            id, household, area_code, episode, item, level, source, text, raised_on, due_on, stage, overdue, dept, responsible, closed_on,
            revisited_on, version, clue_id""" + Written.columns("warning", "warning.id");

    private static final String OPEN = "stage in ('RAISED', 'ENTRY_PENDING', 'ANNOTATED', 'ASSIGNED', 'IN_HANDLING')";

    private final Journal journal;
    private final Warnings warnings;

    WarningViews(Journal journal, Warnings warnings) {
        this.journal = journal;
        this.warnings = warnings;
    }

    /** How many of a household's episode are still to be closed. */
    public Uni<Integer> open(StatelessSession session, UUID household, int episode) {
        return Sql.rows(
                        session,
                        "select count(*)::int from warning where household = $1 and episode = $2 and " + OPEN,
                        household,
                        episode)
                .map(rows -> (Integer) rows.getFirst()[0]);
    }

    /** How many are open of these households, by household and episode; those without any are left out. */
    public Uni<Map<UUID, Map<Integer, Integer>>> open(StatelessSession session, Collection<UUID> households) {
        return Sql.rows(
                        session,
                        "select household, episode, count(*)::int from warning where household = any($1) and " + OPEN
                                + " group by household, episode",
                        (Object) households.toArray(UUID[]::new))
                .map(rows -> rows.stream()
                        .collect(groupingBy(r -> (UUID) r[0], toMap(r -> (Integer) r[1], r -> (Integer) r[2]))));
    }

    /** The last warning about one item of a household's episode. */
    public Uni<Optional<View>> last(StatelessSession session, UUID household, int episode, WarningItem item) {
        return Sql.rows(
                        session,
                        "select " + COLUMNS
                                + " from warning where household = $1 and episode = $2 and item = $3 order by raised_on desc, id desc limit 1",
                        household,
                        episode,
                        item.name())
                .map(rows -> rows.stream().findFirst().map(WarningViews::view));
    }

    /** All warnings about a household, whatever became of them. */
    public Uni<List<UUID>> ofHousehold(StatelessSession session, UUID household) {
        return Sql.rows(session, "select id from warning where household = $1 order by id", household)
                .map(rows -> rows.stream().map(r -> (UUID) r[0]).toList());
    }

    Uni<Optional<Detail>> detail(UUID id, String scope) {
        return journal.read(session -> Sql.rows(
                        session,
                        "select " + COLUMNS + " from warning where id = $1 and area_code like $2 || '%'",
                        id,
                        scope)
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(Optional.<Detail>empty())
                        : warnings.events(session, id)
                                .map(events -> Optional.of(detail(view(rows.getFirst()), events)))));
    }

    /** In the order of ids. @param own what the caller reaches @param open null: all @param overdue null: all */
    Uni<List<View>> list(
            String scope, String own, UUID household, Boolean open, Boolean overdue, UUID after, int limit) {
        return journal.read(session -> Extent.of(session, scope, own)
                .chain(extent -> Sql.rows(
                        session,
                        "select " + COLUMNS + " from warning where " + extent.where("") + """
                                 and ($2::uuid is null or household = $2::uuid)
                                and ($3::boolean is null or (""" + OPEN + """
                                ) = $3::boolean) and ($4::uuid is null or id > $4::uuid)
                                and ($6::boolean is null or overdue = $6::boolean) order by id limit $5
                                """,
                        scope,
                        household,
                        open,
                        after,
                        limit,
                        overdue))
                .map(rows -> rows.stream().map(WarningViews::view).toList()));
    }

    private static Detail detail(View view, List<Recorded<WarningEvent>> events) {
        WarningHandled handled = null;
        WarningClosed closed = null;
        String findings = null;
        String reason = null;
        for (var recorded : events)
            switch (recorded.event()) {
                case WarningHandled e -> handled = e;
                case WarningClosed e -> closed = e;
                case WarningRevisited e -> findings = e.findings();
                case WarningReopened e -> {
                    handled = null;
                    closed = null;
                    reason = e.reason();
                }
                case WarningCancelled e -> reason = e.reason();
                case WarningRaised _,
                        WarningEntryAwaited _,
                        WarningAnnotated _,
                        WarningAssigned _,
                        WarningMoved _,
                        WarningOverdue _ -> {}
            }
        return new Detail(
                view,
                handled == null ? null : handled.action(),
                handled == null ? null : handled.measureId(),
                closed == null ? null : closing(closed),
                findings,
                reason);
    }

    private static Closing closing(WarningClosed e) {
        return new Closing(
                e.checkId(), e.measureId(), e.incomeStatementId(), e.workSeenOn(), e.solvedSeenOn(), e.evidence());
    }

    private static View view(Object[] r) {
        return new View(
                (UUID) r[0],
                (UUID) r[1],
                (String) r[2],
                (Integer) r[3],
                WarningItem.valueOf((String) r[4]),
                WarningLevel.valueOf((String) r[5]),
                WarningSource.valueOf((String) r[6]),
                (String) r[7],
                (LocalDate) r[8],
                (LocalDate) r[9],
                WarningStage.valueOf((String) r[10]),
                (Boolean) r[11],
                (String) r[12],
                (String) r[13],
                (LocalDate) r[14],
                (LocalDate) r[15],
                (Long) r[16],
                (UUID) r[17],
                Written.recorded(r),
                Written.changed(r));
    }
}
