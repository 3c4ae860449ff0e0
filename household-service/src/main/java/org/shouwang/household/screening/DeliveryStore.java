package org.shouwang.household.screening;

import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.household.codes.RegisteredType;
import org.shouwang.household.screening.MatchEvent.MatchedRow;

/** The rows of deliveries. What tells a person is taken out of them when it is old; what became of them stays. */
final class DeliveryStore {

    /** @param fault null where the row can be matched */
    record Staged(
            int row,
            int page,
            String name,
            String idHash,
            String idMasked,
            String areaCode,
            String item,
            BigDecimal value,
            RowFault fault) {}

    /** A row whose person is on record. */
    record Found(MatchedRow row, UUID member) {}

    /** Household {@code o} lies in the village that row {@code r} names, or was kept under its code before that was replaced. */
    static final String LIES_THERE = """
            (o.area_code = r.area_code or exists (select from household_former f where f.area_code = r.area_code and f.household = o.id))
            """;

    private DeliveryStore() {}

    static Uni<Void> clear(StatelessSession session, UUID id, Instant keptSince) {
        return Sql.update(session, "delete from screening_row where delivery = $1", id)
                .chain(() -> Sql.update(session, """
                        update screening_row set name = null, id_hash = null, id_masked = null
                        where received_at < $1 and (id_masked is not null or name is not null)""", keptSince.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    static Uni<Void> stage(StatelessSession session, UUID id, List<Staged> rows, Instant now) {
        return Sql.update(
                        session,
                        """
                        insert into screening_row (delivery, row, page, name, id_hash, id_masked, area_code, item, value, fault, state, received_at)
                        select $1, r, p, n, h, m, a, i, v, f, case when f is null then 'STAGED' else 'FAULTY' end, $11
                        from unnest($2::int[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::numeric[], $10::text[])
                          as t(r, p, n, h, m, a, i, v, f)""",
                        id,
                        rows.stream().map(Staged::row).toArray(Integer[]::new),
                        rows.stream().map(Staged::page).toArray(Integer[]::new),
                        rows.stream().map(Staged::name).toArray(String[]::new),
                        rows.stream().map(Staged::idHash).toArray(String[]::new),
                        rows.stream().map(Staged::idMasked).toArray(String[]::new),
                        rows.stream().map(Staged::areaCode).toArray(String[]::new),
                        rows.stream().map(Staged::item).toArray(String[]::new),
                        rows.stream().map(Staged::value).toArray(BigDecimal[]::new),
                        rows.stream()
                                .map(r -> r.fault() == null ? null : r.fault().name())
                                .toArray(String[]::new),
                        now.atOffset(ZoneOffset.UTC))
                .replaceWithVoid();
    }

    /** Pages with rows that are still to be matched, in their order. */
    static Uni<List<Integer>> openPages(StatelessSession session, UUID id, int limit) {
        return Sql.rows(
                        session,
                        "select distinct page from screening_row where delivery = $1 and state = 'STAGED' order by page limit $2",
                        id,
                        limit)
                .map(rows -> rows.stream().map(r -> (Integer) r[0]).toList());
    }

    /** Holds a page until the transaction ends; false where somebody else has just matched it. */
    static Uni<Boolean> hold(StatelessSession session, UUID id, int page) {
        return Sql.rows(
                        session,
                        "select row from screening_row where delivery = $1 and page = $2 and state = 'STAGED' order by row for update",
                        id,
                        page)
                .map(rows -> !rows.isEmpty());
    }

    /** Rows of a page whose number is an active member's, in the area. */
    static Uni<List<Found>> byNumber(StatelessSession session, UUID id, int page, String scope) {
        return Sql.rows(session, """
                        select r.row, a.household, o.area_code, o.registered_type, r.item, r.value, a.member
                        from screening_row r
                        join active_id a on a.id_hash = r.id_hash
                        join household_overview o on o.id = a.household and o.state = 'ACTIVE' and o.area_code like $3 || '%'
                        where r.delivery = $1 and r.page = $2 and r.state = 'STAGED' order by r.row""", id, page, scope)
                .map(rows -> rows.stream().map(DeliveryStore::found).toList());
    }

    /** The active members whom a row without a number may mean: those of its name in its village. */
    static Uni<List<Found>> byName(StatelessSession session, UUID id, int row) {
        return Sql.rows(session, """
                        select r.row, p.household, o.area_code, o.registered_type, r.item, r.value, p.member
                        from screening_row r
                        join household_person p on p.name = r.name
                        join household_overview o on o.id = p.household and o.state = 'ACTIVE' and\s""" + LIES_THERE + """
                        where r.delivery = $1 and r.row = $2 and r.state = 'SUGGESTED' order by p.household, p.member""", id, row)
                .map(rows -> rows.stream().map(DeliveryStore::found).toList());
    }

    /** A number as the database driver gives it; null stays null. */
    static BigDecimal value(Object column) {
        return column == null ? null : new BigDecimal(column.toString()).setScale(2, RoundingMode.HALF_UP);
    }

    private static Found found(Object[] r) {
        return new Found(
                new MatchedRow(
                        (Integer) r[0],
                        (UUID) r[1],
                        (String) r[2],
                        RegisteredType.valueOf((String) r[3]),
                        (String) r[4],
                        value(r[5])),
                (UUID) r[6]);
    }

    /** The whole page is settled: found, to be looked at, or not on record. */
    static Uni<Void> settle(StatelessSession session, UUID id, int page, List<Found> found) {
        return matched(session, id, "MATCHED", found)
                .chain(() -> Sql.update(session, """
                        update screening_row r set state = case when r.id_hash is null and exists (
                            select from household_person p join household_overview o on o.id = p.household
                            where p.name = r.name and o.state = 'ACTIVE' and\s""" + LIES_THERE + """
                        )
                          then 'SUGGESTED' else 'UNMATCHED' end
                        where r.delivery = $1 and r.page = $2 and r.state = 'STAGED'""", id, page))
                .replaceWithVoid();
    }

    static Uni<Integer> matched(StatelessSession session, UUID id, String state, List<Found> found) {
        if (found.isEmpty()) return Uni.createFrom().item(0);
        return Sql.update(
                session,
                """
                update screening_row s set state = $2, household = t.h, member = t.m, area_code = t.a
                from unnest($3::int[], $4::uuid[], $5::uuid[], $6::text[]) as t(r, h, m, a)
                where s.delivery = $1 and s.row = t.r""",
                id,
                state,
                found.stream().map(f -> f.row().row()).toArray(Integer[]::new),
                found.stream().map(f -> f.row().household()).toArray(UUID[]::new),
                found.stream().map(Found::member).toArray(UUID[]::new),
                found.stream().map(f -> f.row().areaCode()).toArray(String[]::new));
    }

    /**
     * A row that somebody looks at, held until the transaction ends: its state, its village and its household, if any.
     *
     * @param receivedOn of the delivery
     */
    record Looked(String state, String areaCode, UUID household, UUID member, LocalDate receivedOn) {}

    static Uni<Optional<Looked>> look(StatelessSession session, UUID id, int row) {
        return Sql.rows(session, """
                        select r.state, r.area_code, r.household, r.member, d.received_on
                        from screening_row r join screening_delivery d on d.id = r.delivery where r.delivery = $1 and r.row = $2 for update of r""", id, row).map(rows -> rows.stream()
                .findFirst()
                .map(r -> new Looked((String) r[0], (String) r[1], (UUID) r[2], (UUID) r[3], (LocalDate) r[4])));
    }

    static Uni<Integer> refuse(StatelessSession session, UUID id, int row) {
        return Sql.update(
                session, "update screening_row set state = 'REFUSED' where delivery = $1 and row = $2", id, row);
    }

    /** @param rules that were hit, with commas; @param clues that came of it */
    record Judged(int row, String outcome, String rules, String clues) {}

    static Uni<Integer> judged(StatelessSession session, UUID id, List<Judged> judged) {
        return Sql.update(
                session,
                """
                update screening_row s set outcome = t.o, rules = t.u, clues = t.c
                from unnest($2::int[], $3::text[], $4::text[], $5::text[]) as t(r, o, u, c) where s.delivery = $1 and s.row = t.r""",
                id,
                judged.stream().map(Judged::row).toArray(Integer[]::new),
                judged.stream().map(Judged::outcome).toArray(String[]::new),
                judged.stream().map(Judged::rules).toArray(String[]::new),
                judged.stream().map(Judged::clues).toArray(String[]::new));
    }

    /** How many rows nobody has settled yet. */
    static Uni<Integer> open(StatelessSession session, UUID id) {
        return Sql.rows(
                        session,
                        "select count(*) from screening_row where delivery = $1 and state in ('STAGED', 'SUGGESTED')",
                        id)
                .map(rows -> ((Long) rows.getFirst()[0]).intValue());
    }

    static Uni<Boolean> has(StatelessSession session, UUID id, List<Integer> rows) {
        return Sql.rows(
                        session,
                        "select count(*) from screening_row where delivery = $1 and row = any($2::int[])",
                        id,
                        rows.toArray(Integer[]::new))
                .map(found -> (Long) found.getFirst()[0] == rows.size());
    }

    /** How many rows stand how, and what the rules said of them: {@code state} and {@code state/outcome}. */
    static Uni<Map<String, Integer>> counts(StatelessSession session, UUID id) {
        return Sql.rows(
                        session,
                        "select state, outcome, count(*) from screening_row where delivery = $1 group by 1, 2",
                        id)
                .map(rows -> {
                    var counts = new HashMap<String, Integer>();
                    for (var r : rows) {
                        var count = ((Long) r[2]).intValue();
                        counts.merge((String) r[0], count, Integer::sum);
                        if (r[1] != null) counts.merge("=" + r[1], count, Integer::sum);
                    }
                    return counts;
                });
    }
}
