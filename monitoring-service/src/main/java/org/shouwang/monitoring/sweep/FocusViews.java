package org.shouwang.monitoring.sweep;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.sweep.FocusedSweepViews.*;

/** The households that a sweep visits first, group by group, and how far it has come with them. */
@Singleton
class FocusViews {

    /** @param facts by which households are told to belong to it, and what of it no fact tells */
    record GroupProgress(FocusGroup group, String zh, String facts, Progress progress) {}

    /** Where a page goes on. @param rank see {@link #rank} */
    record After(int rank, String areaCode, UUID householdId) {}

    private static final String RANK =
            "(case when c.result is null then 0 when c.result = 'UNREACHED' then 1 else 2 end)";

    private final Journal journal;

    FocusViews(Journal journal) {
        this.journal = journal;
    }

    /** 0: nobody came yet, 1: nobody was there, 2: seen. */
    static int rank(Visit visit) {
        return visit.result() == null ? 0 : visit.result() == SweepResult.UNREACHED ? 1 : 2;
    }

    /** In the order of the groups. */
    Uni<List<GroupProgress>> progress(View sweep, String scope) {
        return journal.read(session -> Multi.createFrom()
                .iterable(sweep.focusGroups())
                .onItem()
                .transformToUniAndConcatenate(group -> Sql.rows(
                                session,
                                "select $3::text," + FocusedSweepViews.COUNTS + FocusedSweepViews.HOUSEHOLDS + " and ("
                                        + group.condition() + ")",
                                sweep.id(),
                                scope,
                                sweep.areaCode())
                        .map(rows -> new GroupProgress(
                                group, group.zh(), group.facts(), FocusedSweepViews.progress(rows.getFirst()))))
                .collect()
                .asList());
    }

    /** Whom nobody has seen first, then by village and household. @param result null: all @param waiting only those that nobody has seen */
    Uni<List<Visit>> households(
            UUID id, String scope, FocusGroup group, SweepResult result, boolean waiting, After after, int limit) {
        return journal.read(session -> Sql.rows(
                        session,
                        FocusedSweepViews.VISITS + " and (" + group.condition() + ") and ($5::int is null or (" + RANK
                                + ", h.area_code, h.id) > ($5, $6::text, $7::uuid)) order by " + RANK
                                + ", h.area_code, h.id limit $8",
                        id,
                        scope,
                        result == null ? null : result.name(),
                        waiting,
                        after == null ? null : after.rank(),
                        after == null ? null : after.areaCode(),
                        after == null ? null : after.householdId(),
                        limit)
                .map(rows -> rows.stream().map(FocusedSweepViews::visit).toList()));
    }
}
