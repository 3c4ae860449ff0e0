package org.shouwang.monitoring.sweep;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.line.VillageLines;
import org.shouwang.monitoring.line.VillageLines.VillageLine;
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

    /** With the codes that were replaced since: a sweep that is over tells its households under those of its last day. */
    private static final String VILLAGES = """
            select v.code from (
              select area_code as code from household_fact where area_code ~>=~ $1 and area_code ~<~ ($1::text || 'x')
              union
              select c.code from household_former m cross join lateral (values (m.area_code), (m.into_code)) c (code)
              where m.household = any(array(select household from household_former
                where on_day > $3 and area_code ~>=~ $1 and area_code ~<~ ($1::text || 'x')))) v
            where v.code ~>=~ $2 and v.code ~<~ ($2::text || 'x') order by v.code""";

    private static final int COUNTED = 10;

    private final Journal journal;
    private final VillageLines villages;

    FocusViews(Journal journal, VillageLines villages) {
        this.journal = journal;
        this.villages = villages;
    }

    /** 0: nobody came yet, 1: nobody was there, 2: seen. */
    static int rank(Visit visit) {
        return visit.result() == null ? 0 : visit.result() == SweepResult.UNREACHED ? 1 : 2;
    }

    /** In the order of the groups, all counted in one pass over the households. */
    Uni<List<GroupProgress>> progress(View sweep, String scope) {
        var groups = sweep.focusGroups();
        if (groups.isEmpty()) return Uni.createFrom().item(List.of());
        return journal.read(session -> lines(session, sweep, scope)
                .chain(lines -> Sql.rows(
                        session,
                        FocusFacts.lines(3) + "select " + join(groups.size(), FocusViews::counts)
                                + " from (select c.result, coalesce(p.persons, 0) as persons, "
                                + join(groups.size(), n -> "(" + groups.get(n).condition() + ") as g" + n)
                                + FocusedSweepViews.HOUSEHOLDS + ") x",
                        sweep.id(),
                        scope,
                        lines.areas(),
                        lines.amounts(),
                        lines.inclusive(),
                        lines.reference()))
                .map(rows -> IntStream.range(0, groups.size())
                        .mapToObj(n -> of(groups.get(n), sweep.areaCode(), rows.getFirst(), n * COUNTED))
                        .toList()));
    }

    private static GroupProgress of(FocusGroup group, String area, Object[] row, int from) {
        var counts = new Object[COUNTED + 1];
        counts[0] = area;
        System.arraycopy(row, from, counts, 1, COUNTED);
        return new GroupProgress(group, group.zh(), group.facts(), FocusedSweepViews.progress(counts));
    }

    private static String join(int many, IntFunction<String> each) {
        return IntStream.range(0, many).mapToObj(each).collect(Collectors.joining(", "));
    }

    /** In the order of {@link FocusedSweepViews#COUNTS}. */
    private static String counts(int group) {
        var of = Stream.of(
                        "",
                        " and result = 'NO_RISK'",
                        " and result = 'SUSPECTED'",
                        " and result = 'UNREACHED'",
                        " and result is null")
                .map(more -> " filter (where g" + group + more + ")")
                .toList();
        return Stream.concat(
                        of.stream().map(filter -> "count(*)" + filter),
                        of.stream().map(filter -> "coalesce(sum(persons)" + filter + ", 0)"))
                .collect(Collectors.joining(", "));
    }

    private record Lines(String[] areas, BigDecimal[] amounts, Boolean[] inclusive, Boolean[] reference) {}

    /** Of the villages of the sweep, and of those that its households came to since, as far as they lie in the scope. */
    private Uni<Lines> lines(StatelessSession session, View sweep, String scope) {
        return Sql.rows(session, VILLAGES, Actor.scope(sweep.areaCode()), scope, sweep.from())
                .map(rows -> rows.stream().map(r -> (String) r[0]).toList())
                .chain(codes -> villages.of(session, codes, sweep.from()))
                .map(found -> new Lines(
                        found.stream().map(VillageLine::areaCode).toArray(String[]::new),
                        found.stream().map(VillageLine::amount).toArray(BigDecimal[]::new),
                        found.stream().map(VillageLine::inclusive).toArray(Boolean[]::new),
                        found.stream().map(VillageLine::reference).toArray(Boolean[]::new)));
    }

    /** Whom nobody has seen first, then by village and household. @param result null: all @param waiting only those that nobody has seen */
    Uni<List<Visit>> households(
            View sweep, String scope, FocusGroup group, SweepResult result, boolean waiting, After after, int limit) {
        return journal.read(session -> lines(session, sweep, scope)
                .chain(lines -> Sql.rows(
                        session,
                        FocusFacts.lines(9) + FocusedSweepViews.VISITS + " and (" + group.condition()
                                + ") and ($5::int is null or (" + RANK
                                + ", h.area_code, h.id) > ($5, $6::text, $7::uuid)) order by "
                                + RANK + ", h.area_code, h.id limit $8",
                        sweep.id(),
                        scope,
                        result == null ? null : result.name(),
                        waiting,
                        after == null ? null : after.rank(),
                        after == null ? null : after.areaCode(),
                        after == null ? null : after.householdId(),
                        limit,
                        lines.areas(),
                        lines.amounts(),
                        lines.inclusive(),
                        lines.reference()))
                .map(rows -> rows.stream().map(FocusedSweepViews::visit).toList()));
    }
}
