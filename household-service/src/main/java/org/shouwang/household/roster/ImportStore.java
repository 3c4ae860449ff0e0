package org.shouwang.household.roster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Json;
import org.shouwang.eventsourcing.journal.Sql;

/**
 * The lines, households and issues of files that are being worked on. Not a read model: it is emptied of all that is personal once a file
 * is applied. {@code offset 0} keeps the database from reading more of it than the lines that are asked for.
 */
final class ImportStore {

    private static final TypeReference<EnumMap<Column, String>> CELLS = new TypeReference<>() {};

    /** @param household under which it is kept or will be */
    record Planned(int row, String key, UUID household, int persons, String outcome) {}

    /** A line with the household that it belongs to and the keyed hash of its person's number. */
    record Keyed(RosterRow line, String key, String hash) {}

    private ImportStore() {}

    static Uni<Void> clear(StatelessSession session, UUID id, Instant keptSince) {
        return Sql.update(
                        session,
                        "delete from roster_row where import = $1 or received_at < $2",
                        id,
                        keptSince.atOffset(ZoneOffset.UTC))
                .chain(() -> Sql.update(session, "delete from roster_household where import = $1", id))
                .chain(() -> Sql.update(session, "delete from roster_issue where import = $1", id))
                .replaceWithVoid();
    }

    static Uni<Void> lines(StatelessSession session, UUID id, List<Keyed> lines, Instant now) {
        return Sql.update(
                        session,
                        """
                        insert into roster_row (import, row, household_key, id_hash, cells, received_at)
                        select $1, r, k, h, c, $6 from unnest($2::int[], $3::text[], $4::text[], $5::text[]) as t(r, k, h, c)
                        on conflict do nothing""",
                        id,
                        lines.stream().map(l -> l.line().row()).toArray(Integer[]::new),
                        lines.stream().map(Keyed::key).toArray(String[]::new),
                        lines.stream().map(Keyed::hash).toArray(String[]::new),
                        lines.stream().map(l -> write(l.line().cells())).toArray(String[]::new),
                        now.atOffset(ZoneOffset.UTC))
                .replaceWithVoid();
    }

    /** Tables grow from nothing to a county's persons within seconds: the database looks at them anew before it plans how to read them. */
    static Uni<Void> grown(StatelessSession session) {
        return Sql.update(session, "analyze roster_row, roster_household").replaceWithVoid();
    }

    /** The next households in the order of their first lines, with all their lines. */
    static Uni<SequencedMap<String, List<RosterRow>>> next(StatelessSession session, UUID id, int afterRow, int limit) {
        return Sql.rows(session, """
                        with first as (
                          select f.household_key, f.row from roster_row f
                          where f.import = $1 and f.row > $2 and f.row = (
                            select min(e.row) from (
                              select row from roster_row where import = $1 and household_key = f.household_key offset 0) e)
                          order by f.row limit $3)
                        select first.household_key, r.row, r.cells from first, lateral (
                          select row, cells from roster_row where import = $1 and household_key = first.household_key offset 0) r
                        order by first.row, r.row""", id, afterRow, limit).map(ImportStore::households);
    }

    /** All lines of these households. */
    static Uni<SequencedMap<String, List<RosterRow>>> lines(
            StatelessSession session, UUID id, List<Planned> households) {
        return Sql.rows(session, """
                        select asked.key, r.row, r.cells from unnest($2::text[]) as asked (key), lateral (
                          select row, cells from roster_row where import = $1 and household_key = asked.key offset 0) r
                        order by r.row""", id, households.stream().map(Planned::key).toArray(String[]::new))
                .map(ImportStore::households);
    }

    /** For each of these lines whose person also stands in another household of the file: a line there. */
    static Uni<Map<Integer, Integer>> twice(StatelessSession session, UUID id, List<Integer> rows) {
        return Sql.rows(session, """
                        select asked.row, min(o.row) from unnest($2::int[]) as asked (row), lateral (
                          select id_hash, household_key from roster_row where import = $1 and row = asked.row offset 0) r, lateral (
                          select row from roster_row where import = $1 and id_hash = r.id_hash and household_key <> r.household_key offset 0) o
                        group by asked.row""", id, rows.toArray(Integer[]::new)).map(found -> {
            var map = new HashMap<Integer, Integer>();
            found.forEach(r -> map.put((Integer) r[0], (Integer) r[1]));
            return map;
        });
    }

    static Uni<Void> checked(StatelessSession session, UUID id, List<Planned> households, List<Issue> issues) {
        return Sql.update(
                        session,
                        """
                        insert into roster_household (import, row, household_key, household, persons, outcome)
                        select $1, r, k, h, p, o from unnest($2::int[], $3::text[], $4::uuid[], $5::int[], $6::text[]) as t(r, k, h, p, o)
                        on conflict do nothing""",
                        id,
                        households.stream().map(Planned::row).toArray(Integer[]::new),
                        households.stream().map(Planned::key).toArray(String[]::new),
                        households.stream().map(Planned::household).toArray(UUID[]::new),
                        households.stream().map(Planned::persons).toArray(Integer[]::new),
                        households.stream().map(Planned::outcome).toArray(String[]::new))
                .chain(() -> issues(session, id, issues));
    }

    static Uni<Void> issues(StatelessSession session, UUID id, List<Issue> issues) {
        if (issues.isEmpty()) return Uni.createFrom().voidItem();
        var numbers = new Integer[issues.size()];
        var inRow = new HashMap<Integer, Integer>();
        for (var i = 0; i < numbers.length; i++)
            numbers[i] = inRow.merge(issues.get(i).row(), 1, Integer::sum);
        return Sql.update(
                        session,
                        """
                        insert into roster_issue (import, row, number, header, rule, error, hint)
                        select $1, r, n, c, u, e, h
                        from unnest($2::int[], $3::int[], $4::text[], $5::text[], $6::boolean[], $7::text[]) as t(r, n, c, u, e, h)
                        on conflict do nothing""",
                        id,
                        issues.stream().map(Issue::row).toArray(Integer[]::new),
                        numbers,
                        issues.stream().map(Issue::column).toArray(String[]::new),
                        issues.stream().map(i -> i.rule().name()).toArray(String[]::new),
                        issues.stream().map(Issue::error).toArray(Boolean[]::new),
                        issues.stream().map(Issue::hint).toArray(String[]::new))
                .replaceWithVoid();
    }

    /** The next households that are to be applied and are not yet. */
    static Uni<List<Planned>> waiting(StatelessSession session, UUID id, int afterRow, int limit) {
        return Sql.rows(session, """
                        select row, household_key, household, persons, outcome from roster_household
                        where import = $1 and row > $2 and outcome <> 'REJECTED' and applied is null order by row limit $3""", id, afterRow, limit).map(rows -> rows.stream()
                .map(r -> new Planned((Integer) r[0], (String) r[1], (UUID) r[2], (Integer) r[3], (String) r[4]))
                .toList());
    }

    /** @param outcome what was done; the household may have changed since the check */
    record Done(int row, String outcome, String result) {}

    static Uni<Void> applied(StatelessSession session, UUID id, List<Done> done) {
        return Sql.update(
                        session,
                        """
                        update roster_household h set outcome = t.o, applied = t.a
                        from unnest($2::int[], $3::text[], $4::text[]) as t(r, o, a) where h.import = $1 and h.row = t.r""",
                        id,
                        done.stream().map(Done::row).toArray(Integer[]::new),
                        done.stream().map(Done::outcome).toArray(String[]::new),
                        done.stream().map(Done::result).toArray(String[]::new))
                .replaceWithVoid();
    }

    static Uni<Void> forget(StatelessSession session, UUID id) {
        return Sql.update(session, "delete from roster_row where import = $1", id)
                .replaceWithVoid();
    }

    static Uni<Boolean> held(StatelessSession session, UUID id) {
        return Sql.rows(session, "select 1 from roster_row where import = $1 limit 1", id)
                .map(rows -> !rows.isEmpty());
    }

    /** How many households came to what, by outcome and result. */
    static Uni<Map<String, Integer>> counts(StatelessSession session, UUID id) {
        return Sql.rows(session, """
                        select case when applied is null or applied = 'DONE' then outcome else 'REFUSED' end, applied is not null, count(*)
                        from roster_household where import = $1 group by 1, 2""", id).map(rows -> {
            var counts = new HashMap<String, Integer>();
            rows.forEach(r -> {
                counts.merge((String) r[0], ((Long) r[2]).intValue(), Integer::sum);
                if ((Boolean) r[1]) counts.merge("APPLIED", ((Long) r[2]).intValue(), Integer::sum);
            });
            return counts;
        });
    }

    private static SequencedMap<String, List<RosterRow>> households(List<Object[]> rows) {
        var households = new LinkedHashMap<String, List<RosterRow>>();
        for (var r : rows)
            households
                    .computeIfAbsent((String) r[0], _ -> new java.util.ArrayList<>())
                    .add(new RosterRow((Integer) r[1], read((String) r[2])));
        return households;
    }

    private static String write(Map<Column, String> cells) {
        try {
            return Json.MAPPER.writeValueAsString(cells);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<Column, String> read(String cells) {
        try {
            return Json.MAPPER.readValue(cells, CELLS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable line of a roster", e);
        }
    }
}
