package org.shouwang.monitoring.sweep;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Written;

/**
 * Sweeps and how far they have come: of today while a sweep goes on, then of the day on which it ended. Households that are no longer
 * kept count only where they were seen before.
 */
@Singleton
class FocusedSweepViews {

    /**
     * @param finishedOn null while it goes on
     * @param unchecked households that nobody had seen when it ended, with their persons, which are null where they were not counted then
     */
    record View(
            UUID id,
            String areaCode,
            String name,
            LocalDate from,
            LocalDate to,
            YearMonth incomeFrom,
            YearMonth incomeTo,
            List<FocusGroup> focusGroups,
            LocalDate finishedOn,
            String reason,
            Long unchecked,
            Long uncheckedPersons,
            long version,
            Written recorded,
            Written changed) {}

    /** Households 户 of a village, or of all villages, and beside them their members. */
    record Progress(
            String areaCode,
            long households,
            long noRisk,
            long suspected,
            long unreached,
            long unchecked,
            Persons persons) {}

    /** Persons 人 of the households that are counted beside. @param all of all households */
    record Persons(long all, long noRisk, long suspected, long unreached, long unchecked) {}

    /** @param result null: nobody came yet @param checker user id of who reported it @param safeguardsCheckedOn day of the check that is cited */
    record Visit(
            UUID householdId,
            String areaCode,
            SweepResult result,
            LocalDate checkedOn,
            String checker,
            String note,
            UUID incomeStatementId,
            UUID clueId,
            UUID safeguardCheckId,
            LocalDate safeguardsCheckedOn,
            long version,
            Written recorded,
            Written changed) {}

    private static final String COLUMNS =
            "id, area_code, name, from_on, to_on, income_from, income_to, focus_groups, finished_on, reason, version, unchecked, unchecked_persons"
                    + Written.columns("sweep", "sweep.id");

    private static final String CHECK =
            Written.columns("sweep-check", "stream_id('sweep-check/' || c.sweep::text || '/' || c.household::text)");

    /**
     * Where a household is no longer kept, it lies where it lay the day before. One that came under another code while the sweep went on is
     * of it all the same.
     */
    static final String HOUSEHOLDS = """
             from (select *, coalesce(finished_on, 'infinity') as day from sweep where id = $1) s
            join lateral (
              select id, area_code, members, tags, ended_on, registered_on from household_fact
              where s.finished_on is null and area_code like s.scope || '%'
              union all
              select id, area_code, members, tags, ended_on, registered_on from household_fact
              where s.finished_on is null and area_code not like s.scope || '%' and id in (select m.household from household_former m
                where m.left_on is null and m.on_day > s.from_on and m.area_code like s.scope || '%')
              union all
              select f.id, g.area_code, f.members, f.tags, f.ended_on, f.registered_on from household_fact f join grid_place g on g.household = f.id
                and g.from_on <= least(s.day, f.ended_on - 1) and (g.until is null or g.until > least(s.day, f.ended_on - 1))
              where s.finished_on is not null and (g.area_code like s.scope || '%' or f.id in (select m.household from household_former m
                where m.on_day > s.from_on and m.on_day <= s.day and (m.left_on is null or m.left_on > s.day) and m.area_code like s.scope || '%'))) h on h.area_code like $2 || '%'
            left join sweep_check c on c.sweep = s.id and c.household = h.id
            left join household_stretch p on p.household = h.id and p.from_on <= s.day and (p.until is null or p.until > s.day)
            where (c.household is not null
              or (h.ended_on is null or s.finished_on is not null and h.ended_on > s.day) and (h.registered_on is null or h.registered_on <= s.day))""";

    /** Sweeps inside the area $1, around it, or of households that came under a code in it while they went on. */
    private static final String NEAR = """
            (scope like $1 || '%' or $1 like scope || '%' or exists (
              select from household_former m join household_fact f on f.id = m.household
              where m.left_on is null and m.on_day > sweep.from_on and (sweep.finished_on is null or m.on_day <= sweep.finished_on)
              and m.area_code like sweep.scope || '%' and f.area_code like $1 || '%'))""";

    static final String COUNTS = """
             count(*), count(*) filter (where c.result = 'NO_RISK'), count(*) filter (where c.result = 'SUSPECTED'),
            count(*) filter (where c.result = 'UNREACHED'), count(*) filter (where c.result is null),
            coalesce(sum(p.persons), 0), coalesce(sum(p.persons) filter (where c.result = 'NO_RISK'), 0),
            coalesce(sum(p.persons) filter (where c.result = 'SUSPECTED'), 0),
            coalesce(sum(p.persons) filter (where c.result = 'UNREACHED'), 0),
            coalesce(sum(p.persons) filter (where c.result is null), 0)""";

    /** Up to $4. */
    static final String VISITS =
            "select h.id, h.area_code, c.result, c.checked_on, c.checker, c.note, c.statement, c.clue, coalesce(c.version, 0),"
                    + " c.safeguards, (select g.checked_on from safeguard_fact g where g.id = c.safeguards)"
                    + CHECK
                    + HOUSEHOLDS
                    + " and ($3::text is null or c.result = $3) and (not $4::boolean or c.result is null or c.result = 'UNREACHED')";

    private final Journal journal;

    FocusedSweepViews(Journal journal) {
        this.journal = journal;
    }

    /** Sweeps inside the scope and around it, the newest first. @param after the last one of the page before; null: from the beginning */
    Uni<List<View>> list(String scope, UUID after, int limit) {
        return journal.read(session -> Sql.rows(session, "select " + COLUMNS + """
                         from sweep where\s""" + NEAR + """
                          and ($2::uuid is null or (from_on, id) < (select from_on, id from sweep where id = $2))
                        order by from_on desc, id desc limit $3""", scope, after, limit)
                .map(rows -> rows.stream().map(FocusedSweepViews::view).toList()));
    }

    Uni<Optional<View>> find(UUID id, String scope) {
        return journal.read(
                session -> Sql.rows(session, "select " + COLUMNS + " from sweep where id = $2 and " + NEAR, scope, id)
                        .map(rows -> rows.stream().findFirst().map(FocusedSweepViews::view)));
    }

    /** Village by village, by code. */
    Uni<List<Progress>> villages(UUID id, String scope, String after, int limit) {
        return journal.read(session -> Sql.rows(
                        session,
                        "select h.area_code," + COUNTS + HOUSEHOLDS
                                + " and ($3::text is null or h.area_code > $3) group by 1 order by 1 limit $4",
                        id,
                        scope,
                        after,
                        limit)
                .map(rows -> rows.stream().map(FocusedSweepViews::progress).toList()));
    }

    Uni<Progress> whole(UUID id, String scope, String areaCode) {
        return journal.read(session -> whole(session, id, scope, areaCode));
    }

    static Uni<Progress> whole(StatelessSession session, UUID id, String scope, String areaCode) {
        return Sql.rows(session, "select $3::text," + COUNTS + HOUSEHOLDS, id, scope, areaCode)
                .map(rows -> progress(rows.getFirst()));
    }

    /** In the order of village and household. @param result null: all @param waiting only those that nobody has seen */
    Uni<List<Visit>> households(
            UUID id, String scope, SweepResult result, boolean waiting, String area, UUID after, int limit) {
        return journal.read(session -> Sql.rows(
                        session,
                        VISITS
                                + " and ($5::text is null or (h.area_code, h.id) > ($5, $6::uuid)) order by h.area_code, h.id limit $7",
                        id,
                        scope,
                        result == null ? null : result.name(),
                        waiting,
                        area,
                        after,
                        limit)
                .map(rows -> rows.stream().map(FocusedSweepViews::visit).toList()));
    }

    private static View view(Object[] r) {
        return new View(
                (UUID) r[0],
                (String) r[1],
                (String) r[2],
                (LocalDate) r[3],
                (LocalDate) r[4],
                r[5] == null ? null : YearMonth.parse((String) r[5]),
                r[6] == null ? null : YearMonth.parse((String) r[6]),
                Stream.of(((String) r[7]).split(","))
                        .filter(name -> !name.isEmpty())
                        .map(FocusGroup::valueOf)
                        .toList(),
                (LocalDate) r[8],
                (String) r[9],
                (Long) r[11],
                (Long) r[12],
                (Long) r[10],
                Written.recorded(r),
                Written.changed(r));
    }

    static Progress progress(Object[] r) {
        return new Progress(
                (String) r[0],
                (Long) r[1],
                (Long) r[2],
                (Long) r[3],
                (Long) r[4],
                (Long) r[5],
                new Persons((Long) r[6], (Long) r[7], (Long) r[8], (Long) r[9], (Long) r[10]));
    }

    static Visit visit(Object[] r) {
        return new Visit(
                (UUID) r[0],
                (String) r[1],
                r[2] == null ? null : SweepResult.valueOf((String) r[2]),
                (LocalDate) r[3],
                (String) r[4],
                (String) r[5],
                (UUID) r[6],
                (UUID) r[7],
                (UUID) r[9],
                (LocalDate) r[10],
                (Long) r[8],
                Written.recorded(r),
                Written.changed(r));
    }
}
